"""All neighbours within a cutoff, as pymatgen and as ASE find them: counts and shortest distances per site.

Asked with ``lattice``, ``species``, ``frac_coords``, ``cutoff`` and ``with`` (pymatgen or ase).
"""

import time

import oracle

numpy = oracle.need("numpy")
ase = oracle.need("ase")
ase_neighbours = oracle.need("ase.neighborlist")
lattices = oracle.need("pymatgen.core")


def answer(request):
    count = len(request["frac_coords"])
    cutoff = request["cutoff"]
    fractional = numpy.array(request["frac_coords"], dtype=float)
    if request["with"] == "pymatgen":
        structure = lattices.Structure(request["lattice"], ["H"] * count, fractional)
        start = time.process_time()
        centres, _, _, distances = structure.get_neighbor_list(cutoff)
    else:
        atoms = ase.Atoms("H" * count, scaled_positions=fractional, cell=request["lattice"], pbc=True)
        start = time.process_time()
        centres, distances = ase_neighbours.neighbor_list("id", atoms, cutoff)
    seconds = time.process_time() - start
    if not request.get("distances"):
        return {"bonds": len(distances), "seconds": seconds}
    per_site = [sorted(distances[centres == site].tolist()) for site in range(count)]
    return {"bonds": len(distances), "seconds": seconds, "distances": per_site}


oracle.serve(answer)
