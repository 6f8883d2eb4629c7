package dev.athanor.tools.elucidation;

import dev.athanor.matter.molecule.MolecularGraph;
import dev.athanor.matter.molecule.Molecule;
import dev.athanor.matter.molecule.MoleculeDrawing;
import dev.athanor.models.diffspectra.Elucidator;
import dev.athanor.models.diffspectra.MoleculeCandidate;
import dev.athanor.models.diffspectra.SpectralConsistency;
import dev.athanor.tools.candidate.Rounding;
import java.util.List;
import java.util.Optional;

/**
 * A molecule as a screen shows it beside the spectra.
 *
 * @param smiles its constitution
 * @param inchikey its standard InChIKey
 * @param formula in Hill's order
 * @param probability that it is the one, where several were compared
 * @param mismatch root of the mean squared deviation of its expected spectra, in standard
 *     deviations of the model, where it was compared
 * @param drawing as an SVG, whose colours are variables of the page
 * @param atoms with positions; empty where no geometry could be built
 * @param bonds between them
 * @param expected its spectra as the model expects them
 */
public record MoleculeSheet(
    String smiles,
    String inchikey,
    String formula,
    Optional<Double> probability,
    Optional<Double> mismatch,
    String drawing,
    List<Site> atoms,
    List<Link> bonds,
    List<SpectralCurve> expected) {
  private static final int POSITION_DECIMALS = 4;
  static final int PROBABILITY_DECIMALS = 6;
  private static final int MISMATCH_DECIMALS = 3;

  /**
   * An atom.
   *
   * @param element its symbol
   * @param position Cartesian, angstrom
   * @param charge formal charge
   */
  public record Site(String element, List<Double> position, int charge) {}

  /**
   * A bond.
   *
   * @param first index of an atom, from 0
   * @param second index of the other
   * @param order as in {@code DOUBLE}
   */
  public record Link(int first, int second, String order) {}

  public MoleculeSheet {
    atoms = List.copyOf(atoms);
    bonds = List.copyOf(bonds);
    expected = List.copyOf(expected);
  }

  /** The sheet of a candidate. */
  static MoleculeSheet of(MoleculeCandidate candidate, Elucidator elucidator) {
    return of(
        candidate.molecule(),
        Optional.of(candidate.molecule()),
        candidate.smiles(),
        candidate.inchiKey(),
        Optional.of(probability(candidate)),
        Optional.of(candidate.mismatch()),
        elucidator);
  }

  /** The sheet of a molecule that was named beforehand. */
  static MoleculeSheet of(
      NamedMolecule named, SpectralConsistency consistency, Elucidator elucidator) {
    return of(
        named.molecule(),
        named.conformer(),
        named.smiles(),
        named.inchikey(),
        Optional.empty(),
        consistency.outside().isPresent() ? Optional.empty() : Optional.of(consistency.mismatch()),
        elucidator);
  }

  private static double probability(MoleculeCandidate candidate) {
    return Rounding.round(candidate.probability(), PROBABILITY_DECIMALS);
  }

  private static MoleculeSheet of(
      Molecule molecule,
      Optional<Molecule> conformer,
      String smiles,
      String inchikey,
      Optional<Double> probability,
      Optional<Double> mismatch,
      Elucidator elucidator) {
    return new MoleculeSheet(
        smiles,
        inchikey,
        HillFormula.of(molecule.composition()),
        probability,
        mismatch.map(value -> Rounding.round(value, MISMATCH_DECIMALS)),
        MoleculeDrawing.svg(MolecularGraph.of(molecule), smiles),
        conformer.map(MoleculeSheet::sites).orElseGet(List::of),
        molecule.bonds().stream()
            .map(bond -> new Link(bond.first(), bond.second(), bond.order().name()))
            .toList(),
        SpectralCurve.of(elucidator.predictedSpectra(molecule)));
  }

  private static List<Site> sites(Molecule molecule) {
    return molecule.atoms().stream()
        .map(
            atom ->
                new Site(
                    atom.element().symbol(),
                    List.of(
                        Rounding.round(atom.position().x(), POSITION_DECIMALS),
                        Rounding.round(atom.position().y(), POSITION_DECIMALS),
                        Rounding.round(atom.position().z(), POSITION_DECIMALS)),
                    atom.formalCharge()))
        .toList();
  }
}
