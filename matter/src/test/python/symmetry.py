"""Space group, Wyckoff letters, standard cell of a crystal, as spglib finds them.

Asked with ``lattice``, ``types`` (whole numbers), ``frac_coords`` and ``tolerance`` (angstrom).
"""

import time

import oracle

spglib = oracle.need("spglib")


def answer(request):
    cell = (request["lattice"], request["frac_coords"], request["types"])
    start = time.process_time()
    dataset = spglib.get_symmetry_dataset(cell, symprec=request["tolerance"])
    seconds = time.process_time() - start
    if dataset is None:
        return {"seconds": seconds, "number": 0}
    keys = ("number", "international", "wyckoffs", "site_symmetry_symbols", "equivalent_atoms", "std_lattice")
    result = {key: dataset[key] if isinstance(dataset, dict) else getattr(dataset, key) for key in keys}
    result["seconds"] = seconds
    return result


oracle.serve(answer)
