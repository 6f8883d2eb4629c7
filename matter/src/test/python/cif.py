"""Crystals of a CIF as pymatgen or gemmi read them: cell, and every atom of the cell with its occupancy.

Asked with ``text`` and ``with`` (pymatgen or gemmi). pymatgen runs with tolerances that accept occupancies rounded to
1.02 and special positions rounded to a thousandth. ``seconds`` is the processor time of the reading alone.
"""

import io
import signal
import time

import oracle

gemmi = oracle.need("gemmi")
cif = oracle.need("pymatgen.io.cif")

LIMIT_SECONDS = 60


def too_slow(number, frame):
    raise TimeoutError("not read within %d s" % LIMIT_SECONDS)


def read_with_pymatgen(text):
    parser = cif.CifParser(io.StringIO(text), occupancy_tolerance=1.02, site_tolerance=1e-3)
    if hasattr(parser, "parse_structures"):
        return parser.parse_structures(primitive=False, on_error="ignore")
    return parser.get_structures(primitive=False)


def symbol(species):
    return getattr(getattr(species, "element", species), "symbol", str(species))


def from_pymatgen(structures):
    return [
        {
            "sites": len(structure),
            "cell": list(structure.lattice.parameters),
            "atoms": [
                [symbol(species), share, *site.frac_coords]
                for site in structure
                for species, share in site.species.items()
                if share > 1e-7  # pymatgen keeps places of occupancy 0 with 1e-8
            ],
        }
        for structure in structures
    ]


def read_with_gemmi(text):
    found = []
    for block in gemmi.cif.read_string(text):
        structure = gemmi.make_small_structure_from_block(block)
        if structure.sites and structure.cell.is_crystal():
            found.append((structure.cell, len(structure.sites), structure.get_all_unit_cell_sites()))
    return found


def from_gemmi(found):
    return [
        {
            "listed": listed,
            "cell": [cell.a, cell.b, cell.c, cell.alpha, cell.beta, cell.gamma],
            "atoms": [
                [site.element.name, site.occ, site.fract.x, site.fract.y, site.fract.z]
                for site in sites
                if site.occ > 0
            ],
        }
        for cell, listed, sites in found
    ]


def answer(request):
    signal.signal(signal.SIGALRM, too_slow)
    signal.alarm(LIMIT_SECONDS)
    try:
        start = time.process_time()
        if request["with"] == "pymatgen":
            read = read_with_pymatgen(request["text"])
            seconds = time.process_time() - start
            crystals = from_pymatgen(read)
        else:
            read = read_with_gemmi(request["text"])
            seconds = time.process_time() - start
            crystals = from_gemmi(read)
    finally:
        signal.alarm(0)
    return {"crystals": [crystal for crystal in crystals if crystal["atoms"]], "seconds": seconds}


oracle.serve(answer)
