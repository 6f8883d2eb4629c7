package dev.athanor.models.diffspectra.evaluation;

import dev.athanor.matter.chemistry.Composition;
import dev.athanor.matter.chemistry.Element;
import dev.athanor.matter.molecule.MolecularGraph;
import dev.athanor.matter.spectroscopy.Spectrum;
import dev.athanor.models.diffspectra.diffusion.DecodedMolecule;
import dev.athanor.models.diffspectra.diffusion.MoleculeCoding;
import dev.athanor.models.diffspectra.diffusion.MoleculeState;
import dev.athanor.models.diffspectra.diffusion.SamplerSettings;
import dev.athanor.models.diffspectra.network.ElementCounts;
import dev.athanor.models.diffspectra.network.SpectraDiffusion;
import dev.athanor.models.diffspectra.network.SpectrumTokens;
import dev.athanor.models.diffspectra.spectra.Modality;
import dev.athanor.models.diffspectra.training.SpectraSample;
import dev.athanor.models.diffspectra.training.SpectrumDraw;
import java.util.ArrayList;
import java.util.EnumMap;
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

  /** How bonds are read from what was drawn. */
  public enum Bonds {
    /** Channel by channel, as published. */
    BY_CHANNEL,
    /** As those of the nearest sound molecule, which has the formula that was told or guessed. */
    NEAREST_MOLECULE
  }

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
   * @return by how bonds are read, from the same draws; the time is that of both
   */
  public Map<Bonds, SampleFigures> measure(
      List<SpectraSample> questions, Set<Modality> shown, Told told) {
    Map<Bonds, Sums> sums = new EnumMap<>(Bonds.class);
    for (Bonds bonds : Bonds.values()) {
      sums.put(bonds, new Sums());
    }
    long start = System.nanoTime();
    for (SpectraSample question : questions) {
      ask(question, shown, told, sums);
    }
    double seconds = (System.nanoTime() - start) / 1e9;
    Map<Bonds, SampleFigures> figures = new EnumMap<>(Bonds.class);
    sums.forEach(
        (bonds, sum) -> figures.put(bonds, figures(sum, questions.size(), drawn, seconds)));
    return figures;
  }

  private static SampleFigures figures(Sums sum, int questions, int drawn, double seconds) {
    double asked = questions;
    return new SampleFigures(
        questions,
        drawn,
        sum.sound / asked / drawn,
        sum.fitting / asked / drawn,
        sum.distinct / asked,
        sum.top1 / asked,
        sum.top10 / asked,
        sum.found / asked,
        sum.formulas / asked,
        seconds / asked);
  }

  private SpectraDiffusion.Order order(
      SpectrumTokens.Input input, int atoms, Optional<List<Element>> formula) {
    return new SpectraDiffusion.Order(input, atoms, formula, drawn, guidance);
  }

  /** The spectra of a molecule that are shown. */
  static SpectrumTokens.Input input(SpectraSample question, Set<Modality> shown) {
    Map<Modality, Spectrum> spectra = new EnumMap<>(Modality.class);
    question
        .spectra()
        .forEach(
            (modality, spectrum) -> {
              if (shown.contains(modality)) {
                spectra.put(modality, spectrum);
              }
            });
    return SpectrumDraw.plain(spectra);
  }

  private void ask(SpectraSample question, Set<Modality> shown, Told told, Map<Bonds, Sums> sums) {
    SpectrumTokens.Input input = input(question, shown);
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
    MoleculeState state = diffusion.sample(order(input, atoms, formula), sampling);
    sums.forEach(
        (bonds, sum) ->
            count(
                bonds == Bonds.BY_CHANNEL
                    ? diffusion.coding().decode(state)
                    : diffusion.sound(state, formula),
                question,
                formula.map(MoleculeCounts::composition),
                sum));
  }

  private static void count(
      List<DecodedMolecule> molecules,
      SpectraSample question,
      Optional<Composition> wanted,
      Sums sum) {
    Composition right = MolecularGraph.of(question.molecule()).composition();
    if (wanted.orElse(right).equals(right)) {
      sum.formulas++;
    }
    MoleculeCounts counts = MoleculeCounts.of(molecules, wanted);
    sum.sound += counts.sound();
    sum.fitting += counts.fitting();
    List<String> ranked = counts.byFrequency();
    sum.distinct += ranked.size();
    int rank = ranked.indexOf(question.constitution());
    sum.found += rank >= 0 ? 1 : 0;
    sum.top1 += rank == 0 ? 1 : 0;
    sum.top10 += rank >= 0 && rank < 10 ? 1 : 0;
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
