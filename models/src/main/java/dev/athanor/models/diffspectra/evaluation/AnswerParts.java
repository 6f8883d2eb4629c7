package dev.athanor.models.diffspectra.evaluation;

import dev.athanor.matter.crystal.Vector3;
import dev.athanor.matter.molecule.InchiKey;
import dev.athanor.matter.molecule.MolecularGraph;
import dev.athanor.matter.molecule.Molecule;
import dev.athanor.matter.spectroscopy.Spectrum;
import dev.athanor.models.diffspectra.Elucidator;
import dev.athanor.models.diffspectra.SpectralQuestion;
import dev.athanor.models.diffspectra.diffusion.SamplerSettings;
import dev.athanor.models.diffspectra.network.SpectraDiffusion;
import dev.athanor.models.diffspectra.network.Steering;
import dev.athanor.models.diffspectra.sampling.LeftOut;
import dev.athanor.models.diffspectra.spectra.Modality;
import dev.athanor.models.diffspectra.training.SpectraSample;
import dev.athanor.models.elements.evaluation.Benchmark;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What the diffusion adds to the enumeration of isomers, and the forward model to the diffusion,
 * with the formula told.
 */
final class AnswerParts {
  /** Molecules drawn at once where the enumeration has no chance. */
  private static final int MANY = 64;

  private final SpectraDiffusion diffusion;
  private final SamplerSettings sampling;
  private final Elucidator forward;

  /**
   * A measurement.
   *
   * @param forward says how well expected spectra agree with those given
   */
  AnswerParts(SpectraDiffusion diffusion, SamplerSettings sampling, Elucidator forward) {
    this.diffusion = diffusion;
    this.sampling = sampling;
    this.forward = forward;
  }

  /**
   * How often molecules drawn with steering hold the right one among the first, in the order of
   * their fragments, and then in that of the forward model.
   *
   * @param shown the spectra that are shown
   */
  void steered(List<SpectraSample> questions, Set<Modality> shown, int drawn, Benchmark benchmark) {
    List<Integer> byFragments = new ArrayList<>();
    List<Integer> byForward = new ArrayList<>();
    int constitutions = 0;
    double seconds = 0;
    for (SpectraSample question : questions) {
      long start = System.nanoTime();
      List<MolecularGraph> found = steer(question, shown, drawn);
      seconds += (System.nanoTime() - start) / 1e9;
      constitutions += found.size();
      byFragments.add(place(found, question));
      byForward.add(place(byMismatch(found, question, shown), question));
    }
    Steering steering = Steering.USUAL;
    String what =
        String.format(
            Locale.ROOT,
            "%d held-out molecules, %s, formula told; %d drawn, then %d turns of %d steps from the"
                + " best %d blurred to time %.2f",
            questions.size(),
            shown.stream().map(Modality::field).collect(Collectors.joining(" + ")),
            drawn,
            steering.turns(),
            steering.steps(),
            steering.kept(),
            steering.time());
    figures("diffusion steered and ordered by fragments, " + what, byFragments, benchmark);
    String fragments = "diffusion steered by fragments, " + what;
    benchmark.add(
        "among all that were drawn", fragments, share(byFragments, Integer.MAX_VALUE), "1");
    benchmark.add(
        "different constitutions", fragments, (double) constitutions / questions.size(), "1");
    benchmark.add("wall time for a molecule", fragments, seconds / questions.size(), "s");
    figures(
        "diffusion steered by fragments, ordered by the forward model, " + what,
        byForward,
        benchmark);
  }

  private static void figures(String what, List<Integer> places, Benchmark benchmark) {
    benchmark.add("top-1", what, share(places, 1), "1");
    benchmark.add("top-10", what, share(places, 10), "1");
  }

  /** Share of places that are among the first; 0 is none. */
  private static double share(List<Integer> places, int first) {
    return (double) places.stream().filter(place -> place > 0 && place <= first).count()
        / places.size();
  }

  private static int place(List<MolecularGraph> order, SpectraSample question) {
    for (int i = 0; i < order.size(); i++) {
      if (InchiKey.of(order.get(i)).firstBlock().equals(question.constitution())) {
        return i + 1;
      }
    }
    return 0;
  }

  private List<MolecularGraph> byMismatch(
      List<MolecularGraph> found, SpectraSample question, Set<Modality> shown) {
    Map<Modality, Spectrum> spectra = new EnumMap<>(Modality.class);
    spectra.putAll(question.spectra());
    spectra.keySet().retainAll(shown);
    SpectralQuestion asked =
        SpectralQuestion.of(
            spectra, Optional.of(MoleculeCounts.composition(question.elements()).formula()));
    IdentityHashMap<MolecularGraph, Double> mismatches = new IdentityHashMap<>();
    found.forEach(graph -> mismatches.put(graph, forward.consistency(asked, at(graph)).mismatch()));
    return found.stream()
        .sorted(Comparator.comparing(graph -> mismatches.getOrDefault(graph, Double.MAX_VALUE)))
        .toList();
  }

  /** How many molecules only the diffusion could find, and how many of these it draws. */
  void beyondTheEnumeration(List<SpectraSample> heldOut, Benchmark benchmark) {
    int beyond = 0;
    int found = 0;
    for (SpectraSample question : heldOut) {
      if (LeftOut.contains(MolecularGraph.of(question.molecule()))) {
        beyond++;
        found += place(steer(question, question.spectra().keySet(), MANY), question) > 0 ? 1 : 0;
      }
    }
    String what = String.format(Locale.ROOT, "%d held-out molecules", heldOut.size());
    benchmark.add(
        "share that the enumeration leaves out", what, (double) beyond / heldOut.size(), "1");
    benchmark.add(
        "share that only the diffusion finds",
        what + String.format(Locale.ROOT, ", %d drawn at once for each of those left out", MANY),
        (double) found / heldOut.size(),
        "1");
  }

  /** Anywhere: the forward model looks at bonds only. */
  private static Molecule at(MolecularGraph graph) {
    return graph.at(Collections.nCopies(graph.atomCount(), Vector3.ZERO));
  }

  private List<MolecularGraph> steer(SpectraSample question, Set<Modality> shown, int drawn) {
    SpectraDiffusion.Order order =
        new SpectraDiffusion.Order(
            SampleBenchmark.input(question, shown),
            diffusion.coding().size(question.elements()),
            Optional.of(question.elements()),
            drawn,
            1);
    return diffusion.steer(order, sampling, Steering.USUAL).stream()
        .map(steered -> steered.molecule().graph())
        .toList();
  }
}
