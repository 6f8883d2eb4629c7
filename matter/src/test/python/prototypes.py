"""Space group, Pearson symbol and Wyckoff multiplicities by spglib, and the AFLOW prototypes that pymatgen finds.

Asked with ``lattice``, ``species``, ``frac_coords``, ``tolerance`` (angstrom).
"""

import oracle

spglib = oracle.need("spglib")
aflow = oracle.need("pymatgen.analysis.prototypes")
matching = oracle.need("pymatgen.analysis.structure_matcher")

MATCHER = matching.StructureMatcher(ltol=0.2, stol=0.3, angle_tol=5)
LIBRARY = [(entry["snl"].structure, entry["tags"]) for entry in aflow.AFLOW_PROTOTYPE_LIBRARY]


def prototypes(structure):
    """What AflowPrototypeMatcher gives, without comparing cells of different formulas or sizes."""
    wanted = structure.composition.anonymized_formula
    return [
        tags
        for other, tags in LIBRARY
        if other.composition.anonymized_formula == wanted
        and len(other) == len(structure)
        and MATCHER.fit_anonymous(structure, other)
    ]


def answer(request):
    kinds = {name: number + 1 for number, name in enumerate(sorted(set(request["species"])))}
    cell = (request["lattice"], request["frac_coords"], [kinds[name] for name in request["species"]])
    dataset = spglib.get_symmetry_dataset(cell, symprec=request["tolerance"])
    # orbits of the conventional cell, by element
    standard = (dataset["std_lattice"], dataset["std_positions"], dataset["std_types"])
    conventional = spglib.get_symmetry_dataset(standard, symprec=request["tolerance"])
    names = {number: name for name, number in kinds.items()}
    occupied = {}
    for index, orbit in enumerate(conventional["crystallographic_orbits"]):
        key = (names[standard[2][index]], int(orbit))
        occupied[key] = occupied.get(key, 0) + 1
    by_element = {}
    for (name, _), count in occupied.items():
        by_element.setdefault(name, []).append(count)
    return {
        "number": dataset["number"],
        "multiplicities": {name: sorted(counts) for name, counts in by_element.items()},
        "aflow": prototypes(oracle.crystal(request)),
    }


oracle.serve(answer)
