"""Molecules by RDKit (canonical text, MMFF94 energies, Morgan fingerprints) and by Open Babel (InChIKeys, which Debian's
RDKit is built without).

Asked with ``kind``: ``key`` (``smiles`` or ``sdf``: the InChIKey by Open Babel), ``energy`` (``sdf``: kcal/mol of MMFF94 as it
stands), ``fingerprint`` (``first``, ``second`` as SMILES: Tanimoto of radius 2 and 2048 bits, environments of the
first), ``distinct`` (``smiles``, a list: how many different molecules, of how many that are sound).
"""

import oracle

chem = oracle.need("rdkit.Chem")
all_chem = oracle.need("rdkit.Chem.AllChem")
structures = oracle.need("rdkit.DataStructs")
babel = oracle.need("openbabel.openbabel")
babel.obErrorLog.SetOutputLevel(0)
logger = oracle.need("rdkit.RDLogger")
logger.DisableLog("rdApp.*")


def key(source, text):
    conversion = babel.OBConversion()
    conversion.SetInAndOutFormats(source, "inchikey")
    molecule = babel.OBMol()
    if not conversion.ReadString(molecule, text):
        raise ValueError("not read")
    return conversion.WriteString(molecule).strip()


def fingerprint(smiles):
    return all_chem.GetMorganFingerprintAsBitVect(chem.MolFromSmiles(smiles), 2, 2048)


def answer(request):
    kind = request["kind"]
    if kind == "key":
        return {"key": key("smi", request["smiles"]) if "smiles" in request else key("sdf", request["sdf"])}
    if kind == "energy":
        molecule = chem.MolFromMolBlock(request["sdf"], removeHs=False)
        properties = all_chem.MMFFGetMoleculeProperties(molecule)
        return {"energy": all_chem.MMFFGetMoleculeForceField(molecule, properties).CalcEnergy()}
    if kind == "fingerprint":
        counts = all_chem.GetMorganFingerprint(chem.MolFromSmiles(request["first"]), 2).GetNonzeroElements()
        similarity = structures.TanimotoSimilarity(fingerprint(request["first"]), fingerprint(request["second"]))
        return {"tanimoto": similarity, "kinds": len(counts), "environments": sum(counts.values())}
    molecules = [chem.MolFromSmiles(text) for text in request["smiles"]]
    sound = [molecule for molecule in molecules if molecule is not None]
    return {"sound": len(sound), "distinct": len({chem.MolToSmiles(molecule) for molecule in sound})}


oracle.serve(answer)
