package dev.athanor.models.diffspectra.evaluation;

import dev.athanor.matter.crystal.Vector3;
import dev.athanor.matter.molecule.MolecularGraph;
import dev.athanor.matter.molecule.Molecule;
import dev.athanor.models.diffspectra.Elucidator;
import dev.athanor.models.diffspectra.SpectralQuestion;
import dev.athanor.models.diffspectra.diffusion.SamplerSettings;
import dev.athanor.models.diffspectra.network.SpectraDiffusion;
import dev.athanor.models.diffspectra.sampling.LeftOut;
import dev.athanor.models.diffspectra.training.SpectraSample;
import dev.athanor.models.diffspectra.training.SpectrumDraw;
import dev.athanor.models.elements.evaluation.Benchmark;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * What the diffusion adds to the enumeration of isomers, and the forward model to the diffusion,
 * with all spectra and the formula given.
 */
final class PartsOfAnswer {
  /** Molecules drawn where the enumeration has no chance. */
  private static final int MANY = 512;

  private final SpectraDiffusion diffusion;
  private final SamplerSettings sampling;
  private final Elucidator forward;

  /**
   * A measurement.
   *
   * @param forward says how well expected spectra agree with those given
   */
  PartsOfAnswer(SpectraDiffusion diffusion, SamplerSettings sampling, Elucidator forward) {
    this.diffusion = diffusion;
    this.sampling = sampling;
    this.forward = forward;
  }

  /** How often drawn molecules hold the right one first when the forward model orders them. */
  void ordered(List<SpectraSample> questions, int drawn, Benchmark benchmark) {
    int top1 = 0;
    int top10 = 0;
    for (SpectraSample question : questions) {
      MoleculeCounts counts = draw(question, drawn);
      SpectralQuestion asked =
          SpectralQuestion.of(
              question.spectra(),
              Optional.of(MoleculeCounts.composition(question.elements()).formula()));
      Map<String, Double> mismatches = new HashMap<>();
      counts
          .graphs()
          .forEach(
              (constitution, graph) ->
                  mismatches.put(constitution, forward.consistency(asked, at(graph)).mismatch()));
      List<String> order = new ArrayList<>(counts.graphs().keySet());
      order.sort(Comparator.comparing(one -> mismatches.getOrDefault(one, Double.MAX_VALUE)));
      int rank = order.indexOf(question.constitution());
      top1 += rank == 0 ? 1 : 0;
      top10 += rank >= 0 && rank < 10 ? 1 : 0;
    }
    String what =
        String.format(
            Locale.ROOT,
            "diffusion, then forward model, %d held-out molecules, all spectra, formula given; %d"
                + " drawn, ordered by how well expected spectra agree",
            questions.size(),
            drawn);
    benchmark.add("top-1", what, (double) top1 / questions.size(), "1");
    benchmark.add("top-10", what, (double) top10 / questions.size(), "1");
  }

  /** How many molecules only the diffusion could find, and how many of these it draws. */
  void beyondTheEnumeration(List<SpectraSample> heldOut, Benchmark benchmark) {
    int beyond = 0;
    int found = 0;
    for (SpectraSample question : heldOut) {
      if (LeftOut.contains(MolecularGraph.of(question.molecule()))) {
        beyond++;
        found += draw(question, MANY).graphs().containsKey(question.constitution()) ? 1 : 0;
      }
    }
    String what = String.format(Locale.ROOT, "%d held-out molecules", heldOut.size());
    benchmark.add(
        "share that the enumeration leaves out", what, (double) beyond / heldOut.size(), "1");
    benchmark.add(
        "share that only the diffusion finds",
        what + String.format(Locale.ROOT, ", %d drawn for each of those left out", MANY),
        (double) found / heldOut.size(),
        "1");
  }

  /** Anywhere: the forward model looks at bonds only. */
  private static Molecule at(MolecularGraph graph) {
    return graph.at(Collections.nCopies(graph.atomCount(), Vector3.ZERO));
  }

  private MoleculeCounts draw(SpectraSample question, int drawn) {
    SpectraDiffusion.Order order =
        new SpectraDiffusion.Order(
            SpectrumDraw.plain(question.spectra()),
            diffusion.coding().size(question.elements()),
            Optional.of(question.elements()),
            drawn,
            1);
    return MoleculeCounts.of(
        diffusion.drawSound(order, sampling),
        Optional.of(MoleculeCounts.composition(question.elements())));
  }
}
