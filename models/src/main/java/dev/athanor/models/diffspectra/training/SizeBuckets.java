package dev.athanor.models.diffspectra.training;

import dev.athanor.models.diffspectra.diffusion.MoleculeCoding;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.TreeMap;

/**
 * Molecules by their number of atoms. A batch holds one size only, so that no place in it is empty;
 * sizes are drawn as often as they occur.
 */
final class SizeBuckets {
  private final Map<Integer, List<SpectraSample>> bySize = new TreeMap<>();
  private final List<SpectraSample> all;
  private final MoleculeCoding coding;

  SizeBuckets(List<SpectraSample> samples, MoleculeCoding coding) {
    this.coding = coding;
    all = List.copyOf(samples);
    for (SpectraSample sample : samples) {
      bySize.computeIfAbsent(coding.size(sample.elements()), size -> new ArrayList<>()).add(sample);
    }
  }

  /** Molecules of one size; none twice, so rare sizes give small batches. */
  List<SpectraSample> draw(int most, Random random) {
    SpectraSample any = all.get(random.nextInt(all.size()));
    List<SpectraSample> bucket =
        new ArrayList<>(Objects.requireNonNull(bySize.get(coding.size(any.elements()))));
    int count = Math.min(most, bucket.size());
    for (int i = 0; i < count; i++) {
      int other = i + random.nextInt(bucket.size() - i);
      SpectraSample swapped = bucket.get(i);
      bucket.set(i, bucket.get(other));
      bucket.set(other, swapped);
    }
    return bucket.subList(0, count);
  }
}
