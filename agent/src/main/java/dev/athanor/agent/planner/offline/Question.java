package dev.athanor.agent.planner.offline;

import dev.athanor.matter.chemistry.Element;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Set;

/**
 * What the rules understood of a question.
 *
 * @param text the question itself
 * @param intent what is wanted
 * @param required elements that must be there
 * @param forbidden elements that must not be there
 * @param elementCount how many elements, where the question says it
 * @param intermetallic whether only intermetallic compounds are wanted
 * @param families families that the generator knows, as in {@code cuprate}
 * @param namedFamily a family in the words of the question, as in {@code A15}
 * @param minCriticalTemperature kelvin
 * @param maxEnergyAboveHull eV/atom
 * @param count how many candidates
 * @param maxAtoms atoms in the cell
 * @param includeKnown whether known compounds are welcome
 * @param batchMassGrams of each compound
 * @param addresses content addresses in the text
 * @param formula a formula in the text
 * @param smiles a molecule in the text
 * @param fileName name of the file that the text gives the address of
 */
record Question(
    String text,
    Intent intent,
    Set<Element> required,
    Set<Element> forbidden,
    OptionalInt elementCount,
    boolean intermetallic,
    List<String> families,
    Optional<String> namedFamily,
    OptionalDouble minCriticalTemperature,
    OptionalDouble maxEnergyAboveHull,
    OptionalInt count,
    OptionalInt maxAtoms,
    boolean includeKnown,
    OptionalDouble batchMassGrams,
    List<String> addresses,
    Optional<String> formula,
    Optional<String> smiles,
    Optional<String> fileName) {
  static final int USUAL_COUNT = 10;

  /** What a person may want. */
  enum Intent {
    /** New compounds. */
    DISCOVER,
    /** A judgement of given crystals. */
    ASSESS,
    /** The best of many given crystals. */
    SCREEN,
    /** Which molecule has given spectra. */
    ELUCIDATE,
    /** Whether given spectra are those of a named molecule. */
    VERIFY,
    /** What is known. */
    KNOWN,
    /** A list handed to the laboratory. */
    RELEASE,
    /** Something that the rules do not cover. */
    OTHER
  }

  int wanted() {
    return count.orElse(USUAL_COUNT);
  }
}
