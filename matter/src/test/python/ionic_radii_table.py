#!/usr/bin/env python3
"""Writes ionic_radii.tsv from the table of Shannon radii in the shared data.

Usage: ionic_radii_table.py PATH/ionic_radii.json ionic_radii.tsv

Rows without charge or coordination number (francium, radium) are left out.
"""
import json
import sys

table = json.load(open(sys.argv[1]))
with open(sys.argv[2], "w") as out:
    out.write("# element charge coordination crystal_radius_A; Shannon, Acta Cryst. A32, 751 (1976), by way of SMACT\n")
    for element in sorted(table):
        for charge in sorted(table[element], key=int):
            radii = table[element][charge]
            if isinstance(radii, dict):
                for coordination in sorted(radii, key=int):
                    out.write("%s\t%s\t%s\t%s\n" % (element, charge, coordination, radii[coordination]))
