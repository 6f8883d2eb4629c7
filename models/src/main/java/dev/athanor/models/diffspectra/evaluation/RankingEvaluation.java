package dev.athanor.models.diffspectra.evaluation;

import dev.athanor.matter.molecule.InchiKey;
import dev.athanor.matter.molecule.MolecularGraph;
import dev.athanor.matter.spectroscopy.Spectrum;
import dev.athanor.matter.spectroscopy.SpectrumPoint;
import dev.athanor.models.diffspectra.SpectralQuestion;
import dev.athanor.models.diffspectra.forward.ForwardFit;
import dev.athanor.models.diffspectra.ranking.RankingModel;
import dev.athanor.models.diffspectra.ranking.Search;
import dev.athanor.models.diffspectra.ranking.UsableSpectra;
import dev.athanor.models.diffspectra.ranking.candidates.CandidateCache;
import dev.athanor.models.diffspectra.ranking.candidates.CandidateFinder;
import dev.athanor.models.diffspectra.ranking.candidates.EnumeratedIsomers;
import dev.athanor.models.diffspectra.ranking.comparison.Calibration;
import dev.athanor.models.diffspectra.ranking.comparison.OfferedCache;
import dev.athanor.models.diffspectra.ranking.comparison.RankedCandidate;
import dev.athanor.models.diffspectra.ranking.likelihood.Evidence;
import dev.athanor.models.diffspectra.ranking.training.Distortion;
import dev.athanor.models.diffspectra.ranking.training.RankingTraining;
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
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/**
 * How often the molecule is found, on molecules that nothing was fitted to. A question without an
 * answer counts as wrong, and so does one whose molecule cannot be drawn.
 */
public final class RankingEvaluation {
  private static final int FIRST = 10;
  private static final Duration PATIENCE = Duration.ofMinutes(3);

  /** Molecules of one size have the same formulas to choose from: these are kept. */
  private static final int FORMULAS = 40;

  private final RankingModel model;
  private final Map<Judged, Search> searches = new EnumMap<>(Judged.class);
  private final ProgressListener listener;

  /** An evaluation of these weights. */
  public RankingEvaluation(RankingModel model, ProgressListener listener) {
    this.model = model;
    this.listener = listener;
    CandidateCache candidates =
        new CandidateCache(
            new CandidateFinder(
                model.forward(),
                model.prior(),
                new EnumeratedIsomers(),
                CandidateFinder.MOST_CANDIDATES),
            FORMULAS);
    OfferedCache offered = new OfferedCache();
    for (Judged judged : Judged.values()) {
      Calibration calibration =
          switch (judged) {
            case BY_BOTH -> model.calibration();
            case BY_LIKELIHOOD -> model.calibration().ofLikelihood();
            case BY_PRIOR -> model.calibration().ofPrior();
          };
      searches.put(judged, new Search(model.with(calibration), candidates, offered));
    }
  }

  /** What orders the constitutions. */
  public enum Judged {
    /** Likelihood and prior, as the product does. */
    BY_BOTH,
    /** How well the expected spectra agree. */
    BY_LIKELIHOOD,
    /** What is likely whatever the spectra are. */
    BY_PRIOR
  }

  /** What is told beside the spectra. */
  public enum Told {
    /** The formula. */
    FORMULA,
    /** How many atoms there are, with the hydrogens. */
    ATOM_COUNT,
    /** Nothing. */
    NOTHING,
    /** Nothing, and the right formula is not among those that are looked at. */
    NOTHING_AND_WITHHELD
  }

  /** How the spectra are shown. */
  public enum Shown {
    /** All lines as they were computed. */
    LINES,
    /** Lines broadened, 10 1/cm and 0.1 eV at half width. */
    CURVES,
    /** The same, half as wide. */
    NARROW_CURVES,
    /** The same, twice as wide. */
    WIDE_CURVES,
    /** Lines shifted and of other strengths, see the class that distorts them. */
    DISTORTED_LINES,
    /** Such lines broadened. */
    DISTORTED_CURVES,
    /**
     * A list of peaks as one is read off a measurement: distorted lines from 500 1/cm on of at
     * least a twentieth of the strongest.
     */
    PEAKS;

    /** Whether they count as lines, not as curves. */
    public boolean asLines() {
      return this == LINES || this == DISTORTED_LINES;
    }
  }

  /**
   * A question asked of many molecules.
   *
   * @param evidence which spectra, and whether they count as lines
   * @param shown how they are shown
   * @param told what is told beside them
   * @param judged what orders the constitutions
   */
  public record Setting(Evidence evidence, Shown shown, Told told, Judged judged) {
    /** A question to the product as it is. */
    public static Setting of(Set<Modality> modalities, Shown shown, Told told) {
      return new Setting(new Evidence(modalities, shown.asLines()), shown, told, Judged.BY_BOTH);
    }

    /** The same question, answered in another way. */
    public Setting judged(Judged other) {
      return new Setting(evidence, shown, told, other);
    }

    public Setting {
      if (evidence.lines() != shown.asLines()) {
        throw new IllegalArgumentException(shown + " are no such evidence");
      }
    }
  }

  /**
   * One answer.
   *
   * @param setting the question
   * @param molecule what was asked about
   * @param first constitutions in their order, ten at most; empty where there is no answer
   * @param rank of the molecule among them by the first block of the InChIKey, 1 for the first; 0
   *     where it is not there
   * @param sameKey whether the whole InChIKey at that rank is that of the molecule
   * @param probability that the first is right, as stated
   * @param looked constitutions looked at
   * @param seconds wall time
   */
  public record Answer(
      Setting setting,
      RankingTraining.Known molecule,
      List<MolecularGraph> first,
      int rank,
      boolean sameKey,
      double probability,
      int looked,
      double seconds) {}

  /** Asks all settings of all molecules; those of one size and formula together. */
  public List<Answer> ask(
      Collection<RankingTraining.Known> molecules, Collection<Setting> settings) {
    List<RankingTraining.Known> order =
        molecules.stream()
            .sorted(
                Comparator.comparingInt((RankingTraining.Known k) -> k.graph().atomCount())
                    .thenComparing(k -> k.graph().composition().formula())
                    .thenComparing(k -> k.spectra().id()))
            .toList();
    List<Answer> answers = new ArrayList<>();
    for (int m = 0; m < order.size(); m++) {
      for (Setting setting : settings) {
        answers.add(ask(order.get(m), setting));
      }
      listener.progress(
          "held-out molecules",
          (m + 1.0) / order.size(),
          (m + 1) + " of " + order.size() + ", " + settings.size() + " questions each");
    }
    return answers;
  }

  private Answer ask(RankingTraining.Known molecule, Setting setting) {
    long start = System.nanoTime();
    Optional<SpectralQuestion> question = question(molecule, setting);
    Search search = Objects.requireNonNull(searches.get(setting.judged()));
    Optional<Search.Found> found =
        question
            .flatMap(
                q ->
                    search.run(
                        q,
                        search.seen(q, UsableSpectra.of(q.spectra())),
                        start,
                        formula ->
                            setting.told() != Told.NOTHING_AND_WITHHELD
                                || !formula.equals(molecule.graph().composition())))
            .filter(f -> !f.isFar(model));
    List<RankedCandidate> first = found.map(f -> f.ranking().first(FIRST)).orElse(List.of());
    InchiKey right = InchiKey.of(molecule.graph());
    int rank = 0;
    for (int i = 0; i < first.size() && rank == 0; i++) {
      rank = first.get(i).inchiKey().firstBlock().equals(right.firstBlock()) ? i + 1 : 0;
    }
    return new Answer(
        setting,
        molecule,
        first.stream().map(RankedCandidate::graph).toList(),
        rank,
        rank > 0 && first.get(rank - 1).inchiKey().value().equals(right.value()),
        found.map(f -> f.topIsRight(model, first.get(0))).orElse(0.0),
        found.map(Search.Found::looked).orElse(0),
        (System.nanoTime() - start) / 1e9);
  }

  private static Optional<SpectralQuestion> question(
      RankingTraining.Known molecule, Setting setting) {
    Map<Modality, Spectrum> lines = new EnumMap<>(molecule.spectra().spectra());
    if (!lines.keySet().containsAll(setting.evidence().modalities())) {
      return Optional.empty();
    }
    lines.keySet().retainAll(setting.evidence().modalities());
    return Optional.of(
        new SpectralQuestion(
            shown(lines, setting.shown(), molecule.inchiKey().hashCode()),
            setting.told() == Told.FORMULA
                ? Optional.of(molecule.graph().composition().formula())
                : Optional.empty(),
            setting.told() == Told.ATOM_COUNT
                ? OptionalInt.of(molecule.graph().atomCount())
                : OptionalInt.empty(),
            FIRST,
            PATIENCE));
  }

  private static Map<Modality, Spectrum> shown(
      Map<Modality, Spectrum> lines, Shown shown, long seed) {
    return switch (shown) {
      case LINES -> lines;
      case CURVES -> curves(lines, ForwardFit.WIDTHS.get(0));
      case NARROW_CURVES -> curves(lines, ForwardFit.WIDTHS.get(1));
      case WIDE_CURVES -> curves(lines, ForwardFit.WIDTHS.get(2));
      case DISTORTED_LINES -> Distortion.of(lines, seed);
      case DISTORTED_CURVES -> curves(Distortion.of(lines, seed), ForwardFit.WIDTHS.get(0));
      case PEAKS -> peaks(Distortion.of(lines, seed));
    };
  }

  private static Map<Modality, Spectrum> curves(Map<Modality, Spectrum> lines, Broadening width) {
    Map<Modality, Spectrum> curves = new EnumMap<>(Modality.class);
    lines.forEach((modality, spectrum) -> curves.put(modality, width.curve(spectrum, modality)));
    return curves;
  }

  private static Map<Modality, Spectrum> peaks(Map<Modality, Spectrum> lines) {
    Map<Modality, Spectrum> peaks = new EnumMap<>(Modality.class);
    lines.forEach(
        (modality, spectrum) -> {
          double strongest =
              spectrum.points().stream().mapToDouble(SpectrumPoint::intensity).max().orElse(0);
          peaks.put(
              modality,
              new Spectrum(
                  spectrum.kind(),
                  spectrum.axis(),
                  spectrum.intensityUnit(),
                  spectrum.form(),
                  spectrum.points().stream()
                      .filter(p -> p.intensity() >= strongest / 20)
                      .filter(
                          p ->
                              modality == Modality.ULTRAVIOLET_VISIBLE
                                  || p.position() >= modality.grid().start()
                                  || p.intensity() == strongest)
                      .toList()));
        });
    return peaks;
  }
}
