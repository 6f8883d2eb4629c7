package dev.athanor.matter.molecule;

import com.actelion.research.chem.Canonizer;
import com.actelion.research.chem.IDCodeParser;
import com.actelion.research.chem.IsomericSmilesCreator;
import com.actelion.research.chem.SmilesParser;
import com.actelion.research.chem.StereoMolecule;
import dev.athanor.matter.MatterErrors;
import dev.athanor.matter.MatterException;
import java.nio.charset.StandardCharsets;

/**
 * SMILES, the line notation for molecules, through OpenChemLib.
 *
 * <p>Read and written is the constitution only: marks of stereochemistry and isotopes are accepted
 * and dropped. What is written is canonical: the same text for every order of the atoms and every
 * Kekulé drawing of one constitution. It is canonical within one version of this program and not
 * equal to other programs' canonical text; to compare across programs use {@link InchiKey}.
 *
 * @see <a href="https://doi.org/10.1021/ci00057a005">Weininger, J. Chem. Inf. Comput. Sci. 28, 31
 *     (1988)</a>
 */
public final class Smiles {
  /** Longest text that is read, characters. */
  public static final int MAX_LENGTH = 4096;

  private Smiles() {}

  /**
   * The constitution that a text stands for.
   *
   * @throws MatterException {@code MALFORMED} for text that is no SMILES or is a query, {@code
   *     UNKNOWN_ELEMENT}, {@code TOO_LARGE}
   */
  public static MolecularGraph parse(String smiles) {
    String text = smiles.strip();
    if (text.isEmpty()) {
      throw new MatterException(MatterErrors.MALFORMED, "a SMILES text is empty");
    }
    if (text.length() > MAX_LENGTH) {
      throw new MatterException(
          MatterErrors.TOO_LARGE, "a SMILES text has at most " + MAX_LENGTH + " characters");
    }
    checkMarks(text);
    StereoMolecule molecule = new StereoMolecule();
    try {
      SmilesParser parser = new SmilesParser(SmilesParser.SMARTS_MODE_IS_SMILES);
      parser.parse(molecule, text.getBytes(StandardCharsets.UTF_8), false, false);
      return OpenChemLib.decode(molecule);
    } catch (MatterException e) {
      throw e;
    } catch (Exception e) { // the parser declares no narrower type
      throw malformed(text, e);
    }
  }

  /** The canonical text of a constitution. */
  public static String write(MolecularGraph graph) {
    StereoMolecule molecule = OpenChemLib.encode(graph).molecule();
    molecule.removeExplicitHydrogens(false);
    // the writer alone depends on the Kekulé drawing, and marks double bonds as it finds them; the
    // identity code without stereochemistry and what is read from it do not
    String code = new Canonizer(molecule, Canonizer.NEGLECT_ANY_STEREO_INFORMATION).getIDCode();
    StereoMolecule canonical = new IDCodeParser(false).getCompactMolecule(code);
    int mode = hasStrainedRing(canonical) ? IsomericSmilesCreator.MODE_KEKULIZED_OUTPUT : 0;
    return new IsomericSmilesCreator(canonical, mode).getSmiles();
  }

  /**
   * Rings with a triple bond or two double bonds at an atom, which are not to be called aromatic.
   */
  private static boolean hasStrainedRing(StereoMolecule molecule) {
    molecule.ensureHelperArrays(com.actelion.research.chem.Molecule.cHelperRings);
    for (int atom = 0; atom < molecule.getAtoms(); atom++) {
      int extra = 0;
      for (int i = 0; i < molecule.getConnAtoms(atom); i++) {
        extra += molecule.getConnBondOrder(atom, i) - 1;
      }
      if (extra > 1 && molecule.isRingAtom(atom)) {
        return true;
      }
    }
    return false;
  }

  /** What the parser lets pass: branches that stay open, and atoms that may be anything. */
  private static void checkMarks(String text) {
    int open = 0;
    for (int i = 0; i < text.length() && open >= 0; i++) {
      char mark = text.charAt(i);
      open += mark == '(' ? 1 : mark == ')' ? -1 : 0;
      if (mark == '*' || mark == '?') {
        throw new MatterException(
            MatterErrors.MALFORMED,
            "'" + mark + "' asks for any atom; a molecule has certain ones");
      }
    }
    if (open != 0) {
      throw new MatterException(MatterErrors.MALFORMED, "the parentheses of a SMILES do not match");
    }
  }

  private static MatterException malformed(String text, Exception cause) {
    String shown = text.length() > 60 ? text.substring(0, 60) + "..." : text;
    MatterException error =
        new MatterException(
            MatterErrors.MALFORMED, "'" + shown + "' is no SMILES: " + cause.getMessage());
    error.initCause(cause);
    return error;
  }
}
