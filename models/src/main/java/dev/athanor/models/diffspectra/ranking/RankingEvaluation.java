package dev.athanor.models.diffspectra.ranking;

import dev.athanor.matter.molecule.InchiKey;
import dev.athanor.matter.spectroscopy.Spectrum;
import dev.athanor.matter.spectroscopy.SpectrumPoint;
import dev.athanor.models.diffspectra.SpectralQuestion;
import dev.athanor.models.diffspectra.spectra.Broadening;
import dev.athanor.models.diffspectra.spectra.Modality;
import dev.athanor.models.learning.ProgressListener;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * How often the molecule is found, on molecules that nothing was fitted to. A question without an
 * answer counts as wrong, and so does one whose molecule cannot be drawn.
 */
public final class RankingEvaluation {
  private static final int FIRST = 10;

  private final RankedElucidator elucidator;
  private final RankingModel model;
  private final ProgressListener listener;

  /** An evaluation of these weights. */
  public RankingEvaluation(RankingModel model, ProgressListener listener) {
    this.model = model;
    this.listener = listener;
    elucidator = RankedElucidator.of(model);
  }

  /** What is told beside the spectra. */
  public enum Told {
    /** The formula. */
    FORMULA,
    /** How many atoms there are, with the hydrogens. */
    ATOM_COUNT,
    /** Nothing. */
    NOTHING
  }

  /**
   * A question asked of many molecules.
   *
   * @param evidence which spectra; curves are the lines broadened
   * @param told what is told beside them
   */
  public record Setting(Evidence evidence, Told told) {}

  /**
   * One answer.
   *
   * @param setting the question
   * @param id the molecule
   * @param rank of the molecule among the candidates, 1 for the first; 0 where it is not among the
   *     first ten
   * @param probability that the first is right, as stated
   * @param considered constitutions looked at
   * @param seconds wall time
   */
  public record Answer(
      Setting setting, String id, int rank, double probability, int considered, double seconds) {}

  /** Asks all settings of all molecules; those of one formula together. */
  public List<Answer> ask(
      Collection<RankingTraining.Known> molecules, Collection<Setting> settings) {
    List<RankingTraining.Known> order =
        molecules.stream()
            .sorted(
                Comparator.comparing((RankingTraining.Known k) -> k.graph().composition().formula())
                    .thenComparing(k -> k.spectra().id()))
            .toList();
    List<Answer> answers = new ArrayList<>();
    int done = 0;
    for (RankingTraining.Known molecule : order) {
      for (Setting setting : settings) {
        answers.add(ask(molecule, setting));
      }
      done++;
      listener.progress(
          "held-out molecules", (double) done / order.size(), done + " of " + order.size());
    }
    return answers;
  }

  private Answer ask(RankingTraining.Known molecule, Setting setting) {
    long start = System.nanoTime();
    Optional<RankedElucidator.Outcome> outcome =
        question(molecule, setting)
            .flatMap(q -> elucidator.rank(q, UsableSpectra.of(q.spectra()), start));
    List<RankedCandidate> first = outcome.map(o -> o.ranking.first(FIRST)).orElse(List.of());
    String right = InchiKey.of(molecule.graph()).firstBlock();
    int rank = 0;
    for (int i = 0; i < first.size() && rank == 0; i++) {
      rank = first.get(i).inchiKey().firstBlock().equals(right) ? i + 1 : 0;
    }
    double stated =
        first.isEmpty()
            ? 0
            : model
                .calibration()
                .topIsRight(setting.evidence(), first.get(0).share(), first.get(0).mismatch());
    return new Answer(
        setting,
        molecule.spectra().id(),
        rank,
        stated,
        outcome.map(o -> o.looked).orElse(0),
        (System.nanoTime() - start) / 1e9);
  }

  private static Optional<SpectralQuestion> question(
      RankingTraining.Known molecule, Setting setting) {
    Map<Modality, Spectrum> spectra = new EnumMap<>(Modality.class);
    for (Modality modality : setting.evidence().modalities()) {
      Spectrum lines = molecule.spectra().spectra().get(modality);
      if (lines == null) {
        return Optional.empty();
      }
      spectra.put(modality, setting.evidence().lines() ? lines : curve(lines, modality));
    }
    return Optional.of(
        new SpectralQuestion(
            spectra,
            setting.told() == Told.FORMULA
                ? Optional.of(molecule.graph().composition().formula())
                : Optional.empty(),
            setting.told() == Told.ATOM_COUNT
                ? OptionalInt.of(molecule.graph().atomCount())
                : OptionalInt.empty(),
            FIRST,
            Duration.ofMinutes(3)));
  }

  private static Spectrum curve(Spectrum lines, Modality modality) {
    double[] values = Broadening.USUAL.onGrid(lines, modality);
    List<SpectrumPoint> points = new ArrayList<>(values.length);
    for (int i = 0; i < values.length; i++) {
      points.add(new SpectrumPoint(modality.grid().position(i), values[i]));
    }
    return new Spectrum(modality.kind(), modality.axis(), "relative", Spectrum.Form.CURVE, points);
  }
}
