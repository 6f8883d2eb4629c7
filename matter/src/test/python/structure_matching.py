"""Whether pymatgen's StructureMatcher finds two crystals the same, with the same or any species, and how far apart.

Asked with ``first`` and ``second`` (lattice, species, frac_coords) and ``parts``: what to compute, of ``fit``,
``anonymous``, ``rms``, ``sites`` (how many its reduced cells have). ``seconds`` has the processor time of each part.
"""

import time

import oracle

matchers = oracle.need("pymatgen.analysis.structure_matcher")

MATCHER = matchers.StructureMatcher()


def answer(request):
    first = oracle.crystal(request["first"])
    second = oracle.crystal(request["second"])
    result = {"seconds": {}}
    for part in request["parts"]:
        start = time.process_time()
        if part == "fit":
            result["fit"] = bool(MATCHER.fit(first, second))
        elif part == "anonymous":
            result["anonymous"] = bool(MATCHER.fit_anonymous(first, second))
        elif part == "rms":
            found = MATCHER.get_rms_dist(first, second)
            result["rms"] = None if found is None else [float(found[0]), float(found[1])]
        elif part == "sites":
            result["sites"] = [len(MATCHER._get_reduced_structure(each)) for each in (first, second)]
        result["seconds"][part] = time.process_time() - start
    return result


oracle.serve(answer)
