package dev.athanor.models.diffspectra.ranking.likelihood;

import dev.athanor.matter.spectroscopy.Spectrum;
import dev.athanor.models.diffspectra.forward.SpectralBlock;
import dev.athanor.models.diffspectra.spectra.Modality;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Which spectra a judgement rests on.
 *
 * @param modalities the kinds of spectra
 * @param lines whether they are computed lines; {@code false} where at least one is a curve
 */
public record Evidence(Set<Modality> modalities, boolean lines) {
  private static final List<Evidence> ALL = combinations();

  public Evidence {
    if (modalities.isEmpty()) {
      throw new IllegalArgumentException("no spectra, no evidence");
    }
    modalities = java.util.Collections.unmodifiableSet(EnumSet.copyOf(modalities));
  }

  /** That of some spectra. */
  public static Evidence of(Map<Modality, Spectrum> spectra) {
    boolean lines = spectra.values().stream().allMatch(s -> s.form() == Spectrum.Form.LINES);
    return new Evidence(spectra.keySet(), lines);
  }

  /** Every evidence that there can be, in an order that stays. */
  public static List<Evidence> all() {
    return ALL;
  }

  private static List<Evidence> combinations() {
    List<Modality> modalities = List.of(Modality.values());
    List<Evidence> all = new ArrayList<>();
    for (boolean lines : new boolean[] {true, false}) {
      for (int bits = 1; bits < 1 << modalities.size(); bits++) {
        Set<Modality> chosen = EnumSet.noneOf(Modality.class);
        for (int i = 0; i < modalities.size(); i++) {
          if (((bits >> i) & 1) == 1) {
            chosen.add(modalities.get(i));
          }
        }
        all.add(new Evidence(chosen, lines));
      }
    }
    return List.copyOf(all);
  }

  /** The blocks that spectra have. */
  public static Set<SpectralBlock> blocks(Map<Modality, Spectrum> spectra) {
    Set<SpectralBlock> blocks = EnumSet.noneOf(SpectralBlock.class);
    for (SpectralBlock block : SpectralBlock.values()) {
      if (block.isIn(spectra)) {
        blocks.add(block);
      }
    }
    return blocks;
  }

  /** The blocks that computed lines of these modalities stand for, seen as lines or as curves. */
  public Set<SpectralBlock> blocks() {
    Set<SpectralBlock> blocks = EnumSet.noneOf(SpectralBlock.class);
    for (SpectralBlock block : SpectralBlock.values()) {
      boolean shown =
          switch (block) {
            case MODE_DENSITY ->
                lines
                    && (modalities.contains(Modality.INFRARED)
                        || modalities.contains(Modality.RAMAN));
            case INFRARED_LINES, RAMAN_LINES, ELECTRONIC_LINES ->
                lines && modalities.contains(block.modality());
            case INFRARED_CURVE, RAMAN_CURVE, ELECTRONIC_CURVE ->
                !lines && modalities.contains(block.modality());
          };
      if (shown) {
        blocks.add(block);
      }
    }
    return blocks;
  }

  /** Its place in {@link #all}. */
  public int index() {
    return all().indexOf(this);
  }
}
