"""Letter, multiplicity and site symmetry of the Wyckoff positions of all 530 settings as spglib names them.

For each position a crystal with a site on it, and with sites of two further kinds in general positions that fix
the space group. Prints the lines of ``wyckoff_letters.txt``; asks for the path of ``wyckoff.tsv`` (one point of
each position).
"""

import sys
from fractions import Fraction

import numpy
import spglib

GENERAL = ((0.0617, 0.1729, 0.2911), (0.2237, 0.0893, 0.4139))
PARAMETERS = dict(zip("xyz", (0.1313, 0.2347, 0.0791)))

# squares and scalar products of cell vectors; averaged over the group they make a lattice of its symmetry.
# spglib keeps the given axes for one of them at least.
METRICS = [
    [[i, d, e], [d, j, f], [e, f, k]]
    for d, e, f in ((1, -7, 2), (1, 7, -9), (-40, -40, -30))
    for i, j, k in ((100, 121, 169), (169, 121, 100), (121, 100, 169), (100, 169, 121), (169, 100, 121), (121, 169, 100))
]


def lattice(operations, metric):
    turned = [r.T @ numpy.array(metric, dtype=float) @ r for r in operations["rotations"]]
    return numpy.linalg.cholesky(sum(turned) / len(turned))


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


def names(row, operations, metric, triplets):
    """None where spglib chose other axes or another origin."""
    found = []
    for triplet in triplets:
        positions, types = [], []
        for kind, start in enumerate(GENERAL + (point(triplet),)):
            orbit = images(operations, start)
            positions += orbit
            types += [kind] * len(orbit)
        cell = (lattice(operations, metric), positions, types)
        dataset = spglib.get_symmetry_dataset(cell, symprec=1e-5, hall_number=row)
        if dataset is None:
            return None
        shift = dataset["origin_shift"]
        turned = numpy.abs(dataset["transformation_matrix"] - numpy.eye(3)).max()
        if turned > 1e-6 or numpy.abs(shift - numpy.rint(shift)).max() > 1e-6:
            return None
        symbol = dataset["site_symmetry_symbols"][-1].strip()
        found.append(f"{dataset['wyckoffs'][-1]}:{types.count(2)}:{symbol}")
    return sorted(found, key=lambda name: (name[0] == "A", name))


def main(table):
    for line in open(table):
        if line.startswith("#"):
            continue
        row, triplets = line.rstrip("\n").split("\t")
        operations = spglib.get_symmetry_from_database(int(row))
        tried = (names(int(row), operations, metric, triplets.split(" ")) for metric in METRICS)
        print(row, *next(found for found in tried if found))


main(sys.argv[1])
