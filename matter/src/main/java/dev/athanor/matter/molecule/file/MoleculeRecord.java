package dev.athanor.matter.molecule.file;

import dev.athanor.matter.molecule.Molecule;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A molecule with its identifier and what its file says beside it.
 *
 * @param id identifier: the title of the entry, or file name and number
 * @param molecule atoms, and bonds where the format has them
 * @param texts words of the file by name, in its order
 */
public record MoleculeRecord(String id, Molecule molecule, Map<String, String> texts) {
  public MoleculeRecord {
    texts = Collections.unmodifiableMap(new LinkedHashMap<>(texts));
  }
}
