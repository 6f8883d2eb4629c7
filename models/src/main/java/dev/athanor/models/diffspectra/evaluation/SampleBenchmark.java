package dev.athanor.models.diffspectra.evaluation;

import dev.athanor.matter.MatterException;
import dev.athanor.matter.chemistry.Composition;
import dev.athanor.matter.chemistry.Element;
import dev.athanor.matter.molecule.InchiKey;
import dev.athanor.matter.molecule.MolecularGraph;
import dev.athanor.matter.molecule.ValenceCheck;
import dev.athanor.matter.spectroscopy.Spectrum;
import dev.athanor.models.diffspectra.diffusion.DecodedMolecule;
import dev.athanor.models.diffspectra.diffusion.MoleculeCoding;
import dev.athanor.models.diffspectra.diffusion.SamplerSettings;
import dev.athanor.models.diffspectra.network.ElementCounts;
import dev.athanor.models.diffspectra.network.SpectraDiffusion;
import dev.athanor.models.diffspectra.network.SpectrumTokens;
import dev.athanor.models.diffspectra.spectra.Modality;
import dev.athanor.models.diffspectra.training.SpectraSample;
import dev.athanor.models.diffspectra.training.SpectrumDraw;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Looks for molecules by drawing, without any ranking but how often a constitution was drawn.
 *
 * <p>Right is the first block of the InChIKey. Molecules that are unsound, in pieces, or of another
 * formula count as wrong and are left out of nothing.
 */
public final class SampleBenchmark {
  private final SpectraDiffusion diffusion;
  private final SamplerSettings sampling;
  private final int drawn;
  private final double guidance;

  /** What is told beside the spectra. */
  public enum Told {
    /** All atoms. */
    FORMULA,
    /** How many atoms stand in the numbers: heavy atoms where hydrogens are implicit. */
    ATOMS,
    /** Nothing: the formula is guessed from the spectra first. */
    NOTHING
  }

  /**
   * A benchmark.
   *
   * @param drawn molecules for each question
   */
  public SampleBenchmark(
      SpectraDiffusion diffusion, SamplerSettings sampling, int drawn, double guidance) {
    this.diffusion = diffusion;
    this.sampling = sampling;
    this.drawn = drawn;
    this.guidance = guidance;
  }

  private static final class Sums {
    private int sound;
    private int fitting;
    private int distinct;
    private int top1;
    private int top10;
    private int found;
    private int formulas;
  }

  /**
   * Looks for molecules.
   *
   * @param shown the spectra that are shown; none for molecules of the right formula by chance
   */
  public SampleFigures measure(List<SpectraSample> questions, Set<Modality> shown, Told told) {
    Sums sums = new Sums();
    long start = System.nanoTime();
    for (SpectraSample question : questions) {
      ask(question, shown, told, sums);
    }
    double seconds = (System.nanoTime() - start) / 1e9;
    double asked = questions.size();
    return new SampleFigures(
        questions.size(),
        drawn,
        sums.sound / asked / drawn,
        sums.fitting / asked / drawn,
        sums.distinct / asked,
        sums.top1 / asked,
        sums.top10 / asked,
        sums.found / asked,
        sums.formulas / asked,
        seconds / asked);
  }

  private void ask(SpectraSample question, Set<Modality> shown, Told told, Sums sums) {
    Map<Modality, Spectrum> spectra = new EnumMap<>(Modality.class);
    question
        .spectra()
        .forEach(
            (modality, spectrum) -> {
              if (shown.contains(modality)) {
                spectra.put(modality, spectrum);
              }
            });
    SpectrumTokens.Input input = SpectrumDraw.plain(spectra);
    Composition right = MolecularGraph.of(question.molecule()).composition();
    Optional<List<Element>> formula =
        switch (told) {
          case FORMULA -> Optional.of(question.elements());
          case NOTHING -> Optional.of(guessed(diffusion.counts(input)));
          case ATOMS -> Optional.empty();
        };
    int atoms = diffusion.coding().size(formula.orElse(question.elements()));
    if (atoms == 0) {
      return;
    }
    Optional<Composition> wanted =
        formula.map(elements -> MolecularGraph.neutral(elements, List.of()).composition());
    if (wanted.orElse(right).equals(right)) {
      sums.formulas++;
    }
    Map<String, Integer> counts = new LinkedHashMap<>();
    for (DecodedMolecule molecule :
        diffusion.draw(
            new SpectraDiffusion.Order(input, atoms, formula, drawn, guidance), sampling)) {
      MolecularGraph graph = molecule.graph();
      if (!ValenceCheck.isSound(graph) || !graph.isConnected()) {
        continue;
      }
      sums.sound++;
      if (wanted.isEmpty() || wanted.get().equals(graph.composition())) {
        sums.fitting++;
        constitution(graph).ifPresent(block -> counts.merge(block, 1, Integer::sum));
      }
    }
    sums.distinct += counts.size();
    List<Map.Entry<String, Integer>> ranked = new ArrayList<>(counts.entrySet());
    ranked.sort(Comparator.comparing(entry -> -entry.getValue()));
    for (int rank = 0; rank < ranked.size(); rank++) {
      if (ranked.get(rank).getKey().equals(question.constitution())) {
        sums.found++;
        sums.top1 += rank == 0 ? 1 : 0;
        sums.top10 += rank < 10 ? 1 : 0;
      }
    }
  }

  private static Optional<String> constitution(MolecularGraph graph) {
    try {
      return Optional.of(InchiKey.of(graph).firstBlock());
    } catch (MatterException refused) {
      return Optional.empty();
    }
  }

  /** The likeliest number of each element. */
  static List<Element> guessed(float[] logits) {
    List<Element> elements = new ArrayList<>();
    for (int e = MoleculeCoding.ELEMENTS.size() - 1; e >= 0; e--) {
      int start = ElementCounts.start(e);
      int best = 0;
      for (int k = 1; k < ElementCounts.classes(e); k++) {
        best = logits[start + k] > logits[start + best] ? k : best;
      }
      for (int k = 0; k < best; k++) {
        elements.add(MoleculeCoding.ELEMENTS.get(e));
      }
    }
    return elements;
  }
}
