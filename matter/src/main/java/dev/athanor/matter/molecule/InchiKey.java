package dev.athanor.matter.molecule;

import dev.athanor.matter.MatterErrors;
import dev.athanor.matter.MatterException;
import java.util.regex.Pattern;

/**
 * The standard InChIKey: 27 characters that name a molecule across programs and databases.
 *
 * <p>The first block of 14 letters is a hash of the constitution, with tautomers of mobile hydrogen
 * put together and charge-separated drawings made one; the second of stereochemistry, isotopes and
 * version; the last of protonation. A key does not lead back to the molecule. Two constitutions
 * share a first block by chance about once in 10<sup>20</sup> pairs.
 *
 * @param value the key, as in {@code LFQSCWFLJHTTHZ-UHFFFAOYSA-N}
 * @see <a href="https://doi.org/10.1186/s13321-015-0068-4">Heller et al., J. Cheminform. 7, 23
 *     (2015)</a>
 */
public record InchiKey(String value) {
  private static final Pattern FORM = Pattern.compile("[A-Z]{14}-[A-Z]{10}-[A-Z]");
  private static final int FIRST_BLOCK = 14;

  public InchiKey {
    if (!FORM.matcher(value).matches()) {
      throw new MatterException(MatterErrors.MALFORMED, "no InChIKey: it has 14, 10 and 1 letters");
    }
  }

  /**
   * The key of a constitution, without stereochemistry.
   *
   * @throws MatterException {@code NO_NATIVE_LIBRARY} on platforms without one, {@code
   *     UNSUPPORTED_MOLECULE} where InChI refuses it
   */
  public static InchiKey of(MolecularGraph graph) {
    return new InchiKey(Inchi.of(graph).key());
  }

  /**
   * The key of a molecule with bonds; stereochemistry is taken from the positions.
   *
   * @throws MatterException as {@link #of(MolecularGraph)}
   */
  public static InchiKey of(Molecule molecule) {
    return new InchiKey(Inchi.of(molecule).key());
  }

  /** The hash of the constitution: the first 14 letters. */
  public String firstBlock() {
    return value.substring(0, FIRST_BLOCK);
  }

  @Override
  public String toString() {
    return value;
  }
}
