"""Powder patterns by pymatgen's XRDCalculator and NDCalculator: all lines as [2 theta, intensity].

Asked with a crystal, ``wavelength`` (angstrom), ``neutrons`` (true or false) and ``to`` (degrees of 2 theta).
"""

import time

import oracle

xrays = oracle.need("pymatgen.analysis.diffraction.xrd")
neutrons = oracle.need("pymatgen.analysis.diffraction.neutron")


def answer(request):
    structure = oracle.crystal(request)
    calculator = (neutrons.NDCalculator if request["neutrons"] else xrays.XRDCalculator)(request["wavelength"])
    start = time.process_time()
    pattern = calculator.get_pattern(structure, two_theta_range=(0, request["to"]))
    seconds = time.process_time() - start
    return {"lines": [list(line) for line in zip(pattern.x, pattern.y)], "seconds": seconds}


oracle.serve(answer)
