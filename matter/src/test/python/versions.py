"""Versions of the interpreter and of the oracles that are installed."""

import importlib
import platform

import oracle


def answer(request):
    versions = {"python": platform.python_version()}
    for name in request["modules"]:
        try:
            module = importlib.import_module(name)
        except ModuleNotFoundError:
            continue
        version = getattr(module, "__version__", None)
        if version is None and name.startswith("pymatgen"):
            version = importlib.import_module("pymatgen.core").__version__
        versions[name] = str(version)
    return {"versions": versions}


oracle.serve(answer)
