"""All orderings of shared sites in all supercells up to a size, by trying every one, told apart by pymatgen's matcher.

Asked with ``lattice``, ``species`` (symbols or {symbol: share}), ``frac_coords`` of a primitive cell, ``cells`` (largest
supercell) and ``found`` (ordered crystals, each with ``lattice``, ``species``, ``frac_coords``). Answers how many
different orderings there are, and how many of them ``found`` has exactly once.
"""

import itertools

import oracle

numpy = oracle.need("numpy")
core = oracle.need("pymatgen.core")
matching = oracle.need("pymatgen.analysis.structure_matcher")

MATCHER = matching.StructureMatcher(ltol=0.01, stol=0.05, angle_tol=0.5, primitive_cell=True, scale=False)


def superlattices(index):
    for a in range(1, index + 1):
        for c in range(1, index // a + 1):
            if a * c * (index // (a * c)) == index:
                for b, d, e in itertools.product(range(a), range(a), range(c)):
                    yield numpy.array([[a, 0, 0], [b, c, 0], [d, e, index // (a * c)]])


def fillings(places, shares):
    """All ways to give places the species of shares, vacancies as None; empty where shares are no whole numbers."""
    counts = []
    for name, share in shares:
        count = round(share * len(places))
        if abs(count - share * len(places)) > 1e-6:
            return
        counts.append((name, count))

    def fill(free, rest):
        if not rest:
            yield {}
            return
        (name, count), others = rest[0], rest[1:]
        for chosen in itertools.combinations(free, count):
            left = [place for place in free if place not in chosen]
            for more in fill(left, others):
                yield {**{place: name for place in chosen}, **more}

    yield from fill(list(places), counts)


def orderings(request, index):
    lattice = numpy.array(request["lattice"])
    sites = request["frac_coords"]
    for rows in superlattices(index):
        inverse = numpy.linalg.inv(rows)
        shifts = {}
        for shift in itertools.product(range(index), repeat=3):
            inside = numpy.dot(shift, inverse) % 1
            shifts.setdefault(tuple(numpy.round(inside * index * 720).astype(int) % (index * 720)), shift)
        cosets = list(shifts.values())
        places = {}
        for number, species in enumerate(request["species"]):
            shares = species if isinstance(species, dict) else {species: 1.0}
            group = tuple(sorted(shares.items()))
            for shift in cosets:
                places.setdefault(group, []).append(numpy.dot(numpy.add(sites[number], shift), inverse))
        options = []
        for group, points in places.items():
            shares = list(group)
            hole = 1 - sum(share for _, share in group)
            if hole > 1e-6:
                shares.append((None, hole))
            options.append([(points, filling) for filling in fillings(range(len(points)), shares)])
        for choice in itertools.product(*options):
            names, points = [], []
            for where, filling in choice:
                for place, name in filling.items():
                    if name:
                        names.append(name)
                        points.append(where[place])
            yield core.Structure(rows @ lattice, names, points)


def answer(request):
    groups = []
    for index in range(1, request["cells"] + 1):
        for candidate in orderings(request, index):
            if not any(MATCHER.fit(candidate, known) for known in groups):
                groups.append(candidate)
    hits = [0] * len(groups)
    strangers = 0
    for one in request["found"]:
        structure = core.Structure(one["lattice"], one["species"], one["frac_coords"])
        fits = [number for number, known in enumerate(groups) if MATCHER.fit(structure, known)]
        strangers += 0 if fits else 1
        for number in fits:
            hits[number] += 1
    return {"orderings": len(groups), "once": sum(hit == 1 for hit in hits), "strangers": strangers}


oracle.serve(answer)
