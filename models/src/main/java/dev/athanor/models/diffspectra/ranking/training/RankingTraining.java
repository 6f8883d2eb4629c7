package dev.athanor.models.diffspectra.ranking.training;

import dev.athanor.matter.MatterException;
import dev.athanor.matter.chemistry.Composition;
import dev.athanor.matter.molecule.InchiKey;
import dev.athanor.matter.molecule.MolecularGraph;
import dev.athanor.matter.molecule.Smiles;
import dev.athanor.models.ModelErrors;
import dev.athanor.models.ModelException;
import dev.athanor.models.diffspectra.forward.ForwardFit;
import dev.athanor.models.diffspectra.forward.MoleculeFragments;
import dev.athanor.models.diffspectra.ranking.RankingModel;
import dev.athanor.models.diffspectra.ranking.candidates.CandidateFinder;
import dev.athanor.models.diffspectra.ranking.candidates.ConstitutionPrior;
import dev.athanor.models.diffspectra.ranking.candidates.FormulaGuess;
import dev.athanor.models.diffspectra.ranking.candidates.IsomerSource;
import dev.athanor.models.diffspectra.ranking.comparison.Calibration;
import dev.athanor.models.diffspectra.ranking.likelihood.Evidence;
import dev.athanor.models.diffspectra.ranking.likelihood.KnownMismatches;
import dev.athanor.models.diffspectra.ranking.likelihood.SpectralErrors;
import dev.athanor.models.diffspectra.spectra.MoleculeSpectra;
import dev.athanor.models.diffspectra.spectra.MoleculeSpectraLines;
import dev.athanor.models.diffspectra.spectra.MoleculeSpectraSink;
import dev.athanor.models.diffspectra.spectra.MoleculeSplit;
import dev.athanor.models.learning.ProgressListener;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;

/**
 * Learns everything that ranking needs from molecules with computed spectra.
 *
 * <p>One molecule in ten is held out (see {@link MoleculeSplit}) and never looked at here. Of the
 * rest, one in {@value #CALIBRATION_FOLDS} sets the calibration and is in no other fit.
 */
public final class RankingTraining {
  /** One in how many molecules calibrates. */
  public static final int CALIBRATION_FOLDS = 25;

  private static final double RIDGE = 0.02;
  private static final int ISOMERS_PER_MOLECULE = 8;
  private static final int LEAST_ISOMERS = 40;
  private static final Duration LONGEST = Duration.ofMinutes(2);

  private final IsomerSource isomers;
  private final long seed;
  private final ProgressListener listener;

  /** A training; the seed chooses the isomers that the prior sees. */
  public RankingTraining(IsomerSource isomers, long seed, ProgressListener listener) {
    this.isomers = isomers;
    this.seed = seed;
    this.listener = listener;
  }

  /**
   * A molecule with its spectra.
   *
   * @param graph its constitution
   * @param inchiKey its key
   * @param spectra its computed lines
   */
  public record Known(MolecularGraph graph, String inchiKey, MoleculeSpectra spectra) {
    /** Whether it is of the calibration. */
    boolean calibrates() {
      return MoleculeSplit.fold(inchiKey, "calibration", CALIBRATION_FOLDS) == 0;
    }
  }

  /**
   * Reads molecules.
   *
   * @param heldOut which side of the split
   * @throws ModelException {@code BAD_DATA} where the file cannot be read or holds none
   */
  public static List<Known> read(Path file, boolean heldOut) {
    List<Known> known = new ArrayList<>();
    try {
      MoleculeSpectraLines.read(
          file,
          MoleculeSpectraLines.Fields.QUESTION_AND_ANSWER,
          new MoleculeSpectraSink() {
            @Override
            public void accepted(MoleculeSpectra spectra) {
              MolecularGraph graph = Smiles.parse(spectra.answer().orElseThrow().smiles());
              String key = InchiKey.of(graph).value();
              if (MoleculeSplit.isHeldOut(key) == heldOut) {
                known.add(new Known(graph, key, spectra));
              }
            }

            @Override
            public void rejected(String id, MatterException why) {
              throw new ModelException(
                  ModelErrors.BAD_DATA, id + " is unreadable: " + why.getMessage(), why);
            }
          });
    } catch (IOException e) {
      throw new ModelException(ModelErrors.BAD_DATA, file.getFileName() + " cannot be read", e);
    }
    if (known.isEmpty()) {
      throw new ModelException(ModelErrors.BAD_DATA, file.getFileName() + " holds no molecules");
    }
    return known;
  }

  /** Learns from molecules that are not held out. */
  public RankingModel fit(List<Known> known) {
    List<ForwardFit.Sample> samples = samples(known);
    ConstitutionPrior prior = prior(samples);
    listener.progress("forward model", 0, "kernel of " + samples.size() + " molecules");
    return join(ForwardFit.of(samples, RIDGE), samples, prior, known);
  }

  /** The molecules that the forward model and the prior see. */
  static List<ForwardFit.Sample> samples(List<Known> known) {
    return known.stream()
        .filter(k -> !k.calibrates())
        .map(k -> new ForwardFit.Sample(k.graph(), k.spectra().spectra()))
        .toList();
  }

  ConstitutionPrior prior(List<ForwardFit.Sample> samples) {
    return ConstitutionPrior.fit(examples(samples), seed);
  }

  /** Everything that is learned once the forward model and the prior are there. */
  RankingModel join(
      ForwardFit fit, List<ForwardFit.Sample> samples, ConstitutionPrior prior, List<Known> known) {
    SpectralErrors errors = SpectralErrors.of(fit);
    RankingModel model =
        new RankingModel(
            fit.model(),
            errors,
            prior,
            FormulaGuess.of(fit, samples),
            new Calibration(new float[Calibration.SIZE * Evidence.all().size()]),
            KnownMismatches.of(fit, errors));
    // the calibration is that of the numbers as they are stored
    RankingModel rounded = RankingModel.read(model.toFile("unfinished"));
    return model.with(calibration(rounded, known.stream().filter(Known::calibrates).toList()));
  }

  /** Molecules, and others of their formulas. */
  private List<ConstitutionPrior.Example> examples(List<ForwardFit.Sample> samples) {
    Map<String, List<MolecularGraph>> byFormula = new TreeMap<>();
    for (ForwardFit.Sample sample : samples) {
      byFormula
          .computeIfAbsent(sample.graph().composition().formula(), f -> new ArrayList<>())
          .add(sample.graph());
    }
    List<ConstitutionPrior.Example> examples = new ArrayList<>();
    Random random = new Random(seed);
    int done = 0;
    for (Map.Entry<String, List<MolecularGraph>> entry : byFormula.entrySet()) {
      Set<Integer> members = new HashSet<>();
      for (MolecularGraph graph : entry.getValue()) {
        int[] fragments = MoleculeFragments.of(graph);
        members.add(Arrays.hashCode(fragments));
        examples.add(new ConstitutionPrior.Example(ConstitutionPrior.fragments(graph), true, 1));
      }
      int wanted = Math.max(LEAST_ISOMERS, ISOMERS_PER_MOLECULE * members.size());
      for (MolecularGraph graph : some(Composition.parse(entry.getKey()), wanted, random)) {
        int[] fragments = MoleculeFragments.of(graph);
        if (!members.contains(Arrays.hashCode(fragments))) {
          examples.add(new ConstitutionPrior.Example(ConstitutionPrior.fragments(graph), false, 1));
        }
      }
      done++;
      listener.progress(
          "isomers", (double) done / byFormula.size(), done + " formulas, " + entry.getKey());
    }
    return examples;
  }

  /** So many isomers of a formula, each as likely as any other. */
  private List<MolecularGraph> some(Composition formula, int wanted, Random random) {
    List<MolecularGraph> chosen = new ArrayList<>();
    long[] seen = new long[1];
    isomers.forEach(
        formula,
        LONGEST,
        graph -> {
          seen[0]++;
          if (chosen.size() < wanted) {
            chosen.add(graph);
          } else {
            long place = (long) (random.nextDouble() * seen[0]);
            if (place < wanted) {
              chosen.set((int) place, graph);
            }
          }
          return true;
        });
    return chosen;
  }

  private Calibration calibration(RankingModel model, List<Known> calibrating) {
    CandidateFinder finder =
        new CandidateFinder(
            model.forward(), model.prior(), isomers, CandidateFinder.MOST_CANDIDATES);
    Map<String, List<Known>> byFormula = new TreeMap<>();
    for (Known known : calibrating) {
      byFormula
          .computeIfAbsent(known.graph().composition().formula(), f -> new ArrayList<>())
          .add(known);
    }
    List<CalibrationCases.Group> groups = new ArrayList<>();
    for (Map.Entry<String, List<Known>> entry : byFormula.entrySet()) {
      Composition formula = Composition.parse(entry.getKey());
      groups.add(
          CalibrationCases.Group.of(formula, finder.find(formula, LONGEST), entry.getValue()));
      listener.progress(
          "calibration",
          (double) groups.size() / byFormula.size(),
          groups.size() + " formulas, " + entry.getKey());
    }
    return calibration(model, groups, listener);
  }

  static Calibration calibration(
      RankingModel model, List<CalibrationCases.Group> groups, ProgressListener listener) {
    CalibrationCases cases = new CalibrationCases(model, groups);
    float[] numbers = new float[Calibration.SIZE * Evidence.all().size()];
    for (Evidence evidence : Evidence.all()) {
      float[] own = cases.numbers(evidence);
      System.arraycopy(own, 0, numbers, Calibration.SIZE * evidence.index(), own.length);
      listener.progress(
          "calibration",
          (evidence.index() + 1.0) / Evidence.all().size(),
          "questions of " + evidence.modalities() + (evidence.lines() ? " lines" : " curves"));
    }
    return new Calibration(numbers);
  }
}
