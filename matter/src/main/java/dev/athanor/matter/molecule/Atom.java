package dev.athanor.matter.molecule;

import dev.athanor.matter.MatterErrors;
import dev.athanor.matter.MatterException;
import dev.athanor.matter.chemistry.Element;
import dev.athanor.matter.crystal.Vector3;

/**
 * An atom of a molecule.
 *
 * @param element what it is
 * @param position Cartesian, angstrom
 * @param formalCharge elementary charges that a valence drawing puts on it
 */
public record Atom(Element element, Vector3 position, int formalCharge) {
  private static final int MAX_CHARGE = 8;

  public Atom {
    if (!position.isFinite()) {
      throw new MatterException(MatterErrors.BAD_COORDINATES, "atom coordinates must be finite");
    }
    if (Math.abs(formalCharge) > MAX_CHARGE) {
      throw new MatterException(
          MatterErrors.MALFORMED, "a formal charge of " + formalCharge + " on " + element);
    }
  }

  /** A neutral atom. */
  public static Atom of(Element element, double x, double y, double z) {
    return new Atom(element, new Vector3(x, y, z), 0);
  }
}
