package dev.athanor.matter.molecule;

import dev.athanor.matter.MatterErrors;
import dev.athanor.matter.MatterException;
import dev.athanor.matter.crystal.Vector3;
import io.github.dan2097.jnainchi.InchiAtom;
import io.github.dan2097.jnainchi.InchiBond;
import io.github.dan2097.jnainchi.InchiBondType;
import io.github.dan2097.jnainchi.InchiInput;
import io.github.dan2097.jnainchi.InchiKeyOutput;
import io.github.dan2097.jnainchi.InchiKeyStatus;
import io.github.dan2097.jnainchi.InchiOptions;
import io.github.dan2097.jnainchi.InchiOutput;
import io.github.dan2097.jnainchi.InchiStatus;
import io.github.dan2097.jnainchi.JnaInchi;
import java.util.ArrayList;
import java.util.List;

/**
 * The standard InChI, the line notation that the key is a hash of, through the InChI Trust's own
 * library.
 *
 * <p>That library is native code, unpacked from the jar for Linux, macOS and Windows; elsewhere
 * every call here ends with {@code NO_NATIVE_LIBRARY}. Calls are one after the other: the library
 * does not say that it may be entered twice.
 *
 * @param value the text, as in {@code InChI=1S/CH4/h1H4}
 */
public record Inchi(String value) {
  private static final String PREFIX = "InChI=1S/";
  private static final int TIME_LIMIT_MILLISECONDS = 10_000;
  private static final Object ONE_AT_A_TIME = new Object();

  public Inchi {
    if (!value.startsWith(PREFIX)) {
      throw new MatterException(
          MatterErrors.MALFORMED, "no standard InChI: it starts with " + PREFIX);
    }
  }

  /**
   * The notation of a constitution, without stereochemistry.
   *
   * @throws MatterException {@code NO_NATIVE_LIBRARY}; {@code UNSUPPORTED_MOLECULE} where the
   *     library refuses it or takes longer than ten seconds
   */
  public static Inchi of(MolecularGraph graph) {
    InchiInput input = new InchiInput();
    List<InchiAtom> atoms = new ArrayList<>();
    for (int atom = 0; atom < graph.atomCount(); atom++) {
      InchiAtom added = new InchiAtom(graph.elements().get(atom).symbol());
      added.setCharge(graph.formalCharges().get(atom));
      atoms.add(added);
      input.addAtom(added);
    }
    addBonds(input, atoms, graph.bonds());
    return generate(input);
  }

  /**
   * The notation of a molecule with bonds; stereochemistry is taken from the positions.
   *
   * @throws MatterException as {@link #of(MolecularGraph)}
   */
  public static Inchi of(Molecule molecule) {
    InchiInput input = new InchiInput();
    List<InchiAtom> atoms = new ArrayList<>();
    for (Atom atom : molecule.atoms()) {
      Vector3 position = atom.position();
      InchiAtom added =
          new InchiAtom(atom.element().symbol(), position.x(), position.y(), position.z());
      added.setCharge(atom.formalCharge());
      atoms.add(added);
      input.addAtom(added);
    }
    addBonds(input, atoms, molecule.bonds());
    return generate(input);
  }

  /** The text of the key. */
  String key() {
    synchronized (ONE_AT_A_TIME) {
      InchiKeyOutput output = JnaInchi.inchiToInchiKey(value);
      if (output.getStatus() != InchiKeyStatus.OK) {
        throw new MatterException(
            MatterErrors.MALFORMED, "no key for this InChI: " + output.getStatus());
      }
      return output.getInchiKey();
    }
  }

  private static void addBonds(InchiInput input, List<InchiAtom> atoms, List<Bond> bonds) {
    for (Bond bond : bonds) {
      input.addBond(
          new InchiBond(
              atoms.get(bond.first()),
              atoms.get(bond.second()),
              switch (bond.order()) {
                case SINGLE -> InchiBondType.SINGLE;
                case DOUBLE -> InchiBondType.DOUBLE;
                case TRIPLE -> InchiBondType.TRIPLE;
                case AROMATIC -> InchiBondType.ALTERN;
              }));
    }
  }

  private static Inchi generate(InchiInput input) {
    InchiOutput output;
    synchronized (ONE_AT_A_TIME) {
      output = Native.toInchi(input);
    }
    if (output.getStatus() != InchiStatus.SUCCESS && output.getStatus() != InchiStatus.WARNING) {
      throw new MatterException(
          MatterErrors.UNSUPPORTED_MOLECULE, "no InChI for this molecule: " + output.getMessage());
    }
    return new Inchi(output.getInchi());
  }

  /** The calls into native code, apart so that its absence is told in our own words. */
  private static final class Native {
    private static final InchiOptions OPTIONS =
        new InchiOptions.InchiOptionsBuilder()
            .withTimeoutMilliSeconds(TIME_LIMIT_MILLISECONDS)
            .build();

    static InchiOutput toInchi(InchiInput input) {
      try {
        return JnaInchi.toInchi(input, OPTIONS);
      } catch (LinkageError | RuntimeException e) {
        MatterException error =
            new MatterException(
                MatterErrors.NO_NATIVE_LIBRARY,
                "the InChI library does not load on this platform ("
                    + System.getProperty("os.name")
                    + " "
                    + System.getProperty("os.arch")
                    + "); InChI and its key are not to be had here");
        error.initCause(e);
        throw error;
      }
    }
  }
}
