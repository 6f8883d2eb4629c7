package dev.athanor.models.diffspectra.sampling;

import dev.athanor.matter.MatterException;
import dev.athanor.matter.chemistry.Composition;
import dev.athanor.matter.molecule.InchiKey;
import dev.athanor.matter.molecule.MolecularGraph;
import dev.athanor.matter.molecule.Molecule;
import dev.athanor.matter.molecule.Smiles;
import dev.athanor.matter.spectroscopy.Spectrum;
import dev.athanor.models.diffspectra.Elucidation;
import dev.athanor.models.diffspectra.Elucidator;
import dev.athanor.models.diffspectra.MoleculeCandidate;
import dev.athanor.models.diffspectra.SpectralConsistency;
import dev.athanor.models.diffspectra.SpectralQuestion;
import dev.athanor.models.diffspectra.spectra.Modality;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;

/**
 * Joins molecules that a diffusion draws to the candidates of an enumeration.
 *
 * <p>The enumeration leaves out some constitutions ({@link LeftOut}); those among the drawn ones
 * are new. They share the probability with which a molecule has such a group at all, by how well
 * their expected spectra agree with those given, {@code exp(-(m - least)^2 / 2)} for a mismatch m,
 * none getting more than what the answer leaves for constitutions that were not looked at. What the
 * enumeration knows keeps its probability, which was calibrated without the diffusion, however
 * often it is drawn. The remarks say what was drawn.
 */
public final class JoinedElucidator implements Elucidator {
  /** Most molecules that can be drawn for a question. */
  public static final int MOST_SAMPLES = 1000;

  /**
   * How often the enumeration leaves a molecule out: 28 of the 11,331 computed ones, most of them
   * zwitterions.
   */
  private static final double LEFT_OUT = 28.0 / 11_331;

  private final Elucidator enumeration;
  private final MoleculeDraw draw;
  private final int samples;
  private final Function<MolecularGraph, Molecule> conformers;

  /**
   * A pair of models.
   *
   * @param enumeration answers
   * @param draw adds
   * @param samples how many molecules are drawn for a question
   * @param conformers gives a constitution positions; a constitution that it refuses with a {@link
   *     MatterException} is left out
   */
  public JoinedElucidator(
      Elucidator enumeration,
      MoleculeDraw draw,
      int samples,
      Function<MolecularGraph, Molecule> conformers) {
    if (samples < 1 || samples > MOST_SAMPLES) {
      throw new IllegalArgumentException("1 to " + MOST_SAMPLES + " samples, not " + samples);
    }
    this.enumeration = enumeration;
    this.draw = draw;
    this.samples = samples;
    this.conformers = conformers;
  }

  @Override
  public Elucidation elucidate(SpectralQuestion question) {
    long start = System.nanoTime();
    Elucidation found = enumeration.elucidate(question);
    if (found.outside().isPresent() || found.formulas().isEmpty()) {
      return found;
    }
    String formula = found.formulas().get(0);
    Map<String, MolecularGraph> graphs = new LinkedHashMap<>();
    for (MolecularGraph graph :
        draw.draw(question.spectra(), Composition.parse(formula), samples)) {
      try {
        graphs.putIfAbsent(InchiKey.of(graph).firstBlock(), graph);
      } catch (MatterException nameless) {
        // cannot be compared with the candidates, nor reported
      }
    }
    int constitutions = graphs.size();
    int place = new ArrayList<>(graphs.keySet()).indexOf(firstBlock(found.candidates().get(0))) + 1;
    found.candidates().forEach(candidate -> graphs.remove(firstBlock(candidate)));
    graphs.values().removeIf(graph -> !LeftOut.contains(graph));
    List<MoleculeCandidate> added = added(question, graphs, found);
    List<String> remarks = new ArrayList<>(found.remarks());
    remarks.add(
        String.format(
            Locale.ROOT,
            "%d draws of the diffusion gave %d constitutions of the likeliest formula: the first"
                + " answer is %s, and %d are new to the enumeration",
            samples,
            constitutions,
            place > 0 ? "number " + place + " of them" : "not among them",
            added.size()));
    return new Elucidation(
        joined(found.candidates(), added, question.candidates()),
        found.topIsRight(),
        found.formulas(),
        found.considered() + added.size(),
        found.complete(),
        found.outside(),
        remarks,
        Duration.ofNanos(System.nanoTime() - start));
  }

  private static String firstBlock(MoleculeCandidate candidate) {
    return new InchiKey(candidate.inchiKey()).firstBlock();
  }

  private List<MoleculeCandidate> added(
      SpectralQuestion question, Map<String, MolecularGraph> graphs, Elucidation found) {
    double stated = found.candidates().stream().mapToDouble(MoleculeCandidate::probability).sum();
    double shared = Math.min(LEFT_OUT, Math.max(0, 1 - stated));
    List<MoleculeCandidate> compared = new ArrayList<>();
    graphs.forEach(
        (key, graph) -> {
          try {
            Molecule molecule = conformers.apply(graph);
            SpectralConsistency agreement = enumeration.consistency(question, molecule);
            if (agreement.outside().isEmpty()) {
              compared.add(
                  new MoleculeCandidate(
                      molecule,
                      Smiles.write(graph),
                      InchiKey.of(graph).value(),
                      0,
                      agreement.mismatch()));
            }
          } catch (MatterException impossible) {
            // a molecule that cannot be built in space is none
          }
        });
    double least = compared.stream().mapToDouble(MoleculeCandidate::mismatch).min().orElse(0);
    double total = compared.stream().mapToDouble(one -> weight(one, least)).sum();
    return compared.stream()
        .map(
            one ->
                new MoleculeCandidate(
                    one.molecule(),
                    one.smiles(),
                    one.inchiKey(),
                    shared * weight(one, least) / total,
                    one.mismatch()))
        .toList();
  }

  private static double weight(MoleculeCandidate candidate, double least) {
    double further = candidate.mismatch() - least;
    return Math.exp(-0.5 * further * further);
  }

  /** The first stays the first, since its probability is that of the answer. */
  private static List<MoleculeCandidate> joined(
      List<MoleculeCandidate> known, List<MoleculeCandidate> added, int most) {
    List<MoleculeCandidate> rest = new ArrayList<>(known.subList(1, known.size()));
    rest.addAll(added);
    rest.sort(Comparator.comparingDouble(MoleculeCandidate::probability).reversed());
    List<MoleculeCandidate> all = new ArrayList<>(List.of(known.get(0)));
    all.addAll(rest);
    return all.subList(0, Math.min(most, all.size()));
  }

  @Override
  public Map<Modality, Spectrum> predictedSpectra(Molecule molecule) {
    return enumeration.predictedSpectra(molecule);
  }

  @Override
  public SpectralConsistency consistency(SpectralQuestion question, Molecule molecule) {
    return enumeration.consistency(question, molecule);
  }
}
