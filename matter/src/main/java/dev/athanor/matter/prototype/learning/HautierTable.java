package dev.athanor.matter.prototype.learning;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.athanor.matter.prototype.Ion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The published exponents of Hautier et al. for pairs of ions: {@code P(b | a) ~ exp lambda_ab}. A
 * pair that the table lacks has the exponent that its authors gave to unseen pairs.
 */
final class HautierTable implements HeldBack.Model {
  private static final double UNSEEN = -5;

  private final Map<List<Ion>, Double> exponents = new HashMap<>();
  private final Set<Ion> ions = new HashSet<>();

  private HautierTable() {}

  /** A file of triples: ion, ion, exponent. */
  static HautierTable read(Path file) throws IOException {
    HautierTable table = new HautierTable();
    for (JsonNode row : new ObjectMapper().readTree(Files.readString(file))) {
      Optional<Ion> a = Ion.parse(row.get(0).asText());
      Optional<Ion> b = Ion.parse(row.get(1).asText());
      if (a.isPresent() && b.isPresent()) {
        table.exponents.put(List.of(a.get(), b.get()), row.get(2).asDouble());
        table.exponents.put(List.of(b.get(), a.get()), row.get(2).asDouble());
        table.ions.add(a.get());
        table.ions.add(b.get());
      }
    }
    return table;
  }

  boolean knows(Ion ion) {
    return ions.contains(ion);
  }

  @Override
  public double[] scores(Ion from, List<Ion> candidates) {
    return candidates.stream()
        .mapToDouble(to -> Math.exp(exponents.getOrDefault(List.of(from, to), UNSEEN)))
        .toArray();
  }
}
