"""Frame of the oracle scripts: one JSON object a line on stdin, one on stdout, in the same order.

A script defines ``answer(request) -> dict`` and ends with ``oracle.serve(answer)``. Modules that may be absent are
imported by ``oracle.need``. Every answer carries the ``id`` of its request, ``oracle_seconds`` (processor time that
``answer`` took) and, where ``answer`` raised, ``error`` (type and text) instead of a result.
"""

import importlib
import json
import math
import sys
import time
import warnings

MISSING_MODULE = 97


def need(name):
    """Import a module, or leave with the exit code that the Java side turns into an apt-get line."""
    try:
        return importlib.import_module(name)
    except ModuleNotFoundError as problem:
        print("missing module: " + str(problem.name or name), file=sys.stderr)
        sys.exit(MISSING_MODULE)


def crystal(request):
    """A pymatgen Structure from our crystal JSON (lattice, species or {symbol: occupancy}, frac_coords)."""
    structures = need("pymatgen.core")
    return structures.Structure(request["lattice"], request["species"], request["frac_coords"])


def _plain(value):
    if hasattr(value, "tolist"):
        return _plain(value.tolist())
    if isinstance(value, dict):
        return {str(key): _plain(item) for key, item in value.items()}
    if isinstance(value, (list, tuple)):
        return [_plain(item) for item in value]
    if isinstance(value, float) and not math.isfinite(value):
        return None
    return value


def serve(answer):
    warnings.simplefilter("ignore")
    out = sys.stdout
    sys.stdout = sys.stderr  # a library that prints must not disturb the answers
    for line in sys.stdin:
        if not line.strip():
            continue
        request = json.loads(line)
        start = time.process_time()
        try:
            result = dict(answer(request))
        except Exception as problem:  # whatever a library throws is an answer too
            result = {"error": type(problem).__name__ + ": " + str(problem)[:300]}
        result["oracle_seconds"] = time.process_time() - start
        if "id" in request:
            result["id"] = request["id"]
        out.write(json.dumps(_plain(result), allow_nan=False) + "\n")
    out.flush()
