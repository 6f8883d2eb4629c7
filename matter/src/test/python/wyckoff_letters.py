"""Letter, multiplicity and site symmetry of all 1,731 Wyckoff positions as spglib names them.

For each position a crystal with a site on it, and with sites of two further kinds in general positions that fix
the space group, its axes and its origin. Prints the lines of ``wyckoff_letters.txt``; asks for the path of
``wyckoff.tsv`` (one point of each position).
"""

import sys
from fractions import Fraction

import numpy
import spglib

GENERAL = ((0.0617, 0.1729, 0.2911), (0.2237, 0.0893, 0.4139))
PARAMETERS = dict(zip("xyz", (0.1313, 0.2347, 0.0791)))


def lattice(number):
    if number < 3:
        a, b, c, alpha, beta, gamma = 10.1, 11.3, 12.7, 81.0, 83.0, 77.0
    elif number < 16:
        a, b, c, alpha, beta, gamma = 10.1, 11.3, 12.7, 90.0, 98.0, 90.0
    elif number < 75:
        a, b, c, alpha, beta, gamma = 10.1, 11.3, 12.7, 90.0, 90.0, 90.0
    elif number < 143:
        a, b, c, alpha, beta, gamma = 10.1, 10.1, 12.7, 90.0, 90.0, 90.0
    elif number < 195:
        a, b, c, alpha, beta, gamma = 10.1, 10.1, 12.7, 90.0, 90.0, 120.0
    else:
        a, b, c, alpha, beta, gamma = 12.1, 12.1, 12.1, 90.0, 90.0, 90.0
    alpha, beta, gamma = numpy.radians([alpha, beta, gamma])
    x = c * numpy.cos(beta)
    y = c * (numpy.cos(alpha) - numpy.cos(beta) * numpy.cos(gamma)) / numpy.sin(gamma)
    return [
        [a, 0, 0],
        [b * numpy.cos(gamma), b * numpy.sin(gamma), 0],
        [x, y, numpy.sqrt(c * c - x * x - y * y)],
    ]


def value(term):
    if term[-1] not in PARAMETERS:
        return float(Fraction(term))
    factor = {"": 1, "-": -1}.get(term[:-1])
    return (int(term[:-1]) if factor is None else factor) * PARAMETERS[term[-1]]


def point(triplet):
    return [sum(value(t) for t in part.replace("-", "+-").split("+") if t) for part in triplet.split(",")]


def images(operations, start):
    found = []
    for rotation, translation in zip(operations["rotations"], operations["translations"]):
        image = rotation @ numpy.array(start) + translation
        if all(numpy.abs(image - other - numpy.rint(image - other)).max() > 1e-6 for other in found):
            found.append(image)
    return found


def main(table):
    hall = {}
    for row in range(1, 531):
        hall.setdefault(spglib.get_spacegroup_type(row)["number"], row)
    for line in open(table):
        if line.startswith("#"):
            continue
        number, triplets = line.rstrip("\n").split("\t")
        number = int(number)
        operations = spglib.get_symmetry_from_database(hall[number])
        names = []
        for triplet in triplets.split(" "):
            positions, types = [], []
            for kind, start in enumerate(GENERAL + (point(triplet),)):
                orbit = images(operations, start)
                positions += orbit
                types += [kind] * len(orbit)
            dataset = spglib.get_symmetry_dataset((lattice(number), positions, types), symprec=1e-5)
            assert dataset["number"] == number
            assert numpy.abs(dataset["transformation_matrix"] - numpy.eye(3)).max() < 1e-6
            symbol = dataset["site_symmetry_symbols"][-1].strip()
            names.append(f"{dataset['wyckoffs'][-1]}:{types.count(2)}:{symbol}")
        print(number, *sorted(names, key=lambda name: (name[0] == "A", name)))


main(sys.argv[1])
