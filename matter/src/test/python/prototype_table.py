#!/usr/bin/env python3
"""Writes prototypes.tsv: the Wyckoff parametrisation of every structure type.

Usage: prototype_table.py prototype_sources.tsv PATH_TO_SHARED_DATA prototypes.tsv

Each source structure (a row of crystal JSON lines, or a cell written out in prototype_sources.tsv) is brought to the
standard setting of its space group by spglib; from every orbit the point is kept whose coordinates are simplest, and its
free coordinates follow from the operations that leave the point where it is. The Java tests rebuild every crystal from
this table with the space groups of the product and compare.
"""
import gzip
import json
import math
import sys
from collections import Counter
from fractions import Fraction

import numpy as np
import spglib

TOLERANCE = 0.01  # angstrom


# last space group of each family and its letter in the Pearson symbol
FAMILIES = [(2, "a"), (15, "m"), (74, "o"), (142, "t"), (194, "h"), (230, "c")]


def standard(number):
    """Hall number of the first setting of a space group, or of its origin 2."""
    first = None
    for hall in range(1, 531):
        kind = spglib.get_spacegroup_type(hall)
        if kind["number"] == number:
            if kind["choice"] == "2":
                return hall
            first = first or hall
    return first


def fraction(value):
    """The fraction with a denominator up to 24 that stands for a number."""
    found = Fraction(value).limit_denominator(24)
    if abs(float(found) - value) > 1e-6:
        raise ValueError("no simple fraction: %r" % value)
    return found


def explicit(text):
    """Cell and sites written out in the list of sources."""
    words = text.split(";")
    sites = [(w.split()[0], np.array([float(v) for v in w.split()[1:]])) for w in words[2:]]
    if words[1].startswith("rows"):
        return np.array([float(v) for v in words[1].split()[1:]]).reshape(3, 3), sites
    a, b, c, al, be, ga = [float(v) for v in words[1].split()]
    al, be, ga = [math.radians(v) for v in (al, be, ga)]
    cy = (math.cos(al) - math.cos(be) * math.cos(ga)) / math.sin(ga)
    cell = np.array(
        [[a, 0, 0], [b * math.cos(ga), b * math.sin(ga), 0],
         [c * math.cos(be), c * cy, c * math.sqrt(1 - math.cos(be) ** 2 - cy ** 2)]])
    hall = None
    for number in range(1, 531):
        kind = spglib.get_spacegroup_type(number)
        name = kind["international"].split("=")[0].strip()
        if name + (" :" + kind["choice"] if kind["choice"] and ":" in words[0] else "") == words[0]:
            hall = number
            break
    if hall is None:
        raise ValueError("space group " + words[0])
    operations = spglib.get_symmetry_from_database(hall)
    full = []
    for element, position in sites:
        for turn, shift in zip(operations["rotations"], operations["translations"]):
            image = (turn @ position + shift) % 1
            if not any(e == element and close(image - p) for e, p in full):
                full.append((element, image))
    return cell, full


def close(difference, tolerance=1e-5):
    difference = np.asarray(difference)
    return np.abs(difference - np.round(difference)).max() < tolerance


def parametrise(point, operations):
    """Coordinates of a point as a triplet in its free parameters, and their values."""
    maps = []
    for turn, shift in zip(operations["rotations"], operations["translations"]):
        image = turn @ point + shift
        if close(image - point, 2e-4):
            maps.append((turn, shift - np.round(image - point)))
    mean = sum(m[0] for m in maps) / len(maps)
    offset = sum(m[1] for m in maps) / len(maps)
    # row echelon form of the directions that stay free
    rows, pivots = [], []
    for axis in range(3):
        candidates = [np.array([Fraction(v).limit_denominator(48) for v in column]) for column in mean.T]
        for row in candidates:
            row = row.copy()
            for known, pivot in zip(rows, pivots):
                row = row - row[pivot] * known
            nonzero = [i for i in range(3) if row[i] != 0]
            if nonzero and nonzero[0] == axis:
                row = row / row[axis]
                rows = [known - known[axis] * row for known in rows]
                rows.append(row)
                pivots.append(axis)
                break
    base = [fraction(v) for v in offset]
    for row, pivot in zip(rows, pivots):
        shift = base[pivot]
        base = [b - shift * r for b, r in zip(base, row)]
    texts = []
    for i in range(3):
        text = ""
        for row, pivot in zip(rows, pivots):
            factor = row[i]
            if factor == 0:
                continue
            if factor.denominator != 1:
                return None
            text += ("-" if factor < 0 else "+" if text else "") + ("" if abs(factor) == 1 else str(abs(factor))) + "xyz"[pivot]
        rest = base[i] % 1
        if rest or not text:
            text += ("+" if text else "") + str(rest)
        texts.append(text)
    values = {"xyz"[p]: point[p] for p in pivots}
    negative = sum(t.startswith("-") for t in texts)
    late = pivots[0] if sum(any(c in "xyz" for c in t) for t in texts) == 1 else 0
    simplicity = (sum(len(t) for t in texts), negative, late, ",".join(texts), [round(v % 1, 6) for v in values.values()])
    return simplicity, ",".join(texts), values


def main(sources, shared, target):
    wanted = {}
    entries = []
    for line in open(sources):
        if not line.startswith("#"):
            columns = line.rstrip("\n").split("\t")
            entries.append(columns)
            if columns[5] == "-":
                wanted[columns[3]] = None
    for name in ("mp2018/train", "mp_more/structures"):
        with gzip.open("%s/%s.jsonl.gz" % (shared, name), "rt") as stream:
            for line in stream:
                head = line[:60]
                identifier = head.split('"id"', 1)[1].split('"')[1]
                if identifier in wanted:
                    wanted[identifier] = json.loads(line)
    out = ["# name strukturbericht aliases pearson space_group_number hall_number source slots "
           "cell(a b c alpha beta gamma) orbits(slot multiplicity_letter triplet values); made by prototype_table.py"]
    for name, symbol, aliases, source, slots, cell in entries:
        elements = dict(reversed(p.split("=")) for p in slots.split(","))
        if cell == "-":
            entry = wanted[source]
            lattice = np.array(entry["lattice"])
            sites = list(zip(entry["species"], np.array(entry["frac_coords"])))
        else:
            lattice, sites = explicit(cell)
        numbers = [ord(elements[e]) for e, p in sites]
        positions = [p for e, p in sites]
        dataset = spglib.get_symmetry_dataset((lattice, positions, numbers), symprec=TOLERANCE)
        # once more on the idealised cell, in the setting with origin 2 and hexagonal axes that the product calls standard
        ideal = (dataset["std_lattice"], dataset["std_positions"], dataset["std_types"])
        dataset = spglib.get_symmetry_dataset(ideal, symprec=TOLERANCE, hall_number=standard(dataset["number"]))
        turn, shift = dataset["transformation_matrix"], dataset["origin_shift"]
        lattice = ideal[0].T @ np.linalg.inv(turn)
        points = (ideal[1] @ turn.T + shift) % 1
        lattice, kinds = lattice.T, ideal[2]
        if abs(abs(np.linalg.det(turn)) - 1) > 1e-6:
            raise ValueError("cell changes its size: " + name)
        operations = spglib.get_symmetry_from_database(dataset["hall_number"])
        family = next(letter for last, letter in FAMILIES if dataset["number"] <= last)
        centring = dataset["international"][0]
        atoms = len(points) // (3 if centring == "R" else 1)
        pearson = "%s%s%d" % (family, "C" if centring == "A" else centring, atoms)
        orbits = {}
        for i in range(len(points)):
            orbits.setdefault(dataset["crystallographic_orbits"][i], []).append(i)
        texts = []
        for members in orbits.values():
            best = min((f for f in (parametrise(points[i], operations) for i in members) if f), key=lambda f: f[0])
            slot = chr(kinds[members[0]])
            values = " ".join("%s=%.6f" % (k, v % 1) for k, v in best[2].items())
            texts.append((slot, len(members), dataset["wyckoffs"][members[0]],
                          " ".join(filter(None, [slot, "%d%s" % (len(members), dataset["wyckoffs"][members[0]]), best[1], values]))))
        texts.sort(key=lambda t: (t[0], t[1], t[2], t[3]))
        a, b, c = np.linalg.norm(lattice, axis=1)
        angle = lambda u, v: math.degrees(math.acos(round(float(np.dot(u, v) / np.linalg.norm(u) / np.linalg.norm(v)), 9)))
        parameters = [a, b, c, angle(lattice[1], lattice[2]), angle(lattice[0], lattice[2]), angle(lattice[0], lattice[1])]
        out.append("\t".join([
            name, symbol, aliases, pearson, str(dataset["number"]),
            str(dataset["hall_number"]), source if not source.startswith("mp-") else "Materials Project " + source, slots,
            " ".join("%.5f" % v for v in parameters), "; ".join(t[3] for t in texts)]))
    with open(target, "w") as stream:
        stream.write("\n".join(out) + "\n")


if __name__ == "__main__":
    main(*sys.argv[1:])
