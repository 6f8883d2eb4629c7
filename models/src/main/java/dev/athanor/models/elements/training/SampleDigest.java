package dev.athanor.models.elements.training;

import dev.athanor.matter.chemistry.Element;
import dev.athanor.matter.crystal.Crystal;
import dev.athanor.matter.crystal.Site;
import dev.athanor.matter.crystal.Vector3;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * SHA-256 of what a training learns from, in its order. It tells data apart by mistake, not by
 * intent: crystals by cell and sites, energies by composition, size of the graph and values.
 */
final class SampleDigest {
  private final MessageDigest digest;
  private final ByteBuffer number = ByteBuffer.allocate(Long.BYTES);

  private SampleDigest() {
    try {
      digest = MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  /** Of structures. */
  static String ofCrystals(List<Crystal> crystals) {
    SampleDigest sum = new SampleDigest();
    for (Crystal crystal : crystals) {
      sum.add(crystal.lattice().a());
      sum.add(crystal.lattice().b());
      sum.add(crystal.lattice().c());
      for (Site site : crystal.sites()) {
        sum.add(site.position());
        sum.add(site.occupancies());
      }
    }
    return sum.hex();
  }

  /** Of energies. */
  static String ofEnergies(List<EnergySample> samples) {
    SampleDigest sum = new SampleDigest();
    for (EnergySample sample : samples) {
      sum.add(sample.fractions());
      sum.add(sample.graph().nodeCount());
      sum.add(sample.energy());
      sum.add(sample.gap().orElse(Double.NaN));
      sum.add(sample.transferred() ? 1 : 0);
    }
    return sum.hex();
  }

  private void add(Map<Element, Double> amounts) {
    new TreeMap<>(amounts)
        .forEach(
            (element, amount) -> {
              digest.update(element.name().getBytes(StandardCharsets.UTF_8));
              add(amount);
            });
  }

  private void add(Vector3 vector) {
    add(vector.x());
    add(vector.y());
    add(vector.z());
  }

  private void add(double value) {
    number.clear();
    digest.update(number.putDouble(value).array());
  }

  private String hex() {
    return HexFormat.of().formatHex(digest.digest());
  }
}
