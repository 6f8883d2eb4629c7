"""Hull distances and decompositions by pymatgen's PhaseDiagram.

Asked with ``entries`` ([{symbol: amount}, eV/atom]), ``queries`` ({symbol: amount}) and ``separation`` (of how
many stable compounds the decomposition energy is wanted). Entries are called by their index.
"""

import time

import oracle

pymatgen = oracle.need("pymatgen.core")
diagrams = oracle.need("pymatgen.analysis.phase_diagram")


def shares(decomposition):
    return {entry.name: amount for entry, amount in decomposition.items()}


def separation(entry, entries):
    fractions = entry.composition.fractional_composition

    def differs(other):
        theirs = other.composition.fractional_composition
        return max(abs(fractions[element] - theirs[element]) for element in fractions) > 1e-6

    others = [other for other in entries if set(other.composition) <= set(fractions) and differs(other)]
    hull = diagrams.PhaseDiagram(others).get_hull_energy_per_atom(entry.composition)
    return entry.energy_per_atom - hull


def answer(request):
    entries = []
    for index, (amounts, energy) in enumerate(request["entries"]):
        composition = pymatgen.Composition(amounts)
        entries.append(diagrams.PDEntry(composition, energy * composition.num_atoms, name=str(index)))
    queries = [pymatgen.Composition(amounts) for amounts in request["queries"]]
    start = time.process_time()
    diagram = diagrams.PhaseDiagram(entries)
    built = time.process_time()
    above = [diagram.get_e_above_hull(entry) for entry in entries]
    asked = time.process_time()
    mixtures = []
    for query in queries:
        decomposition, energy = diagram.get_decomp_and_hull_energy_per_atom(query)
        mixtures.append({"energy": energy, "shares": shares(decomposition)})
    result = {
        "build_seconds": built - start,
        "query_seconds": asked - built,
        "above": above,
        "decompositions": [shares(diagram.get_decomposition(entry.composition)) for entry in entries],
        "mixtures": mixtures,
    }
    if request["separation"]:
        # get_equilibrium_reaction_energy looks at stable phases only; the definition of Bartel et al. needs the hull of
        # all phases of other compositions, so that hull is built
        stable = [entry for entry in diagram.stable_entries if len(entry.composition) > 1]
        stable.sort(key=lambda entry: int(entry.name))
        result["separation"] = {entry.name: separation(entry, entries) for entry in stable[: request["separation"]]}
    return result


oracle.serve(answer)
