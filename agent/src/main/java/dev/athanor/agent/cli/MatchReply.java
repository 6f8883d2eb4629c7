package dev.athanor.agent.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.athanor.matter.matching.StructureMatch;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Whether two crystals are the same structure.
 *
 * @param id the one
 * @param other the other
 * @param match how the one lies on the other, where it does
 */
record MatchReply(String id, String other, Optional<StructureMatch> match) implements Reply {
  @Override
  public void fill(ObjectNode node) {
    node.put("other", other);
    node.put("match", match.isPresent());
    JsonNumbers.put(node, "rms", match.map(StructureMatch::rms).orElse(Double.NaN), 9);
    JsonNumbers.put(
        node, "max_distance", match.map(StructureMatch::maxDistance).orElse(Double.NaN), 9);
    if (match.isPresent()) {
      ObjectNode map = node.putObject("species_map");
      match.get().speciesMap().forEach((from, to) -> map.put(from.symbol(), to.symbol()));
    } else {
      node.putNull("species_map");
    }
  }

  @Override
  public String toText(Terminal terminal) {
    String pair = Terminal.safe(id) + "  " + Terminal.safe(other);
    if (match.isEmpty()) {
      return terminal.paint(Paint.YELLOW, "differs") + "  " + pair + "\n";
    }
    StructureMatch found = match.get();
    return terminal.paint(Paint.GREEN, "matches")
        + "  "
        + pair
        + String.format(
            Locale.ROOT, "  rms %.5f  largest %.5f%s%n", found.rms(), found.maxDistance(), map());
  }

  /** Which element stands for which, where one stands for another. */
  private String map() {
    return match
        .filter(found -> found.speciesMap().entrySet().stream().anyMatch(MatchReply::isOther))
        .map(
            found ->
                found.speciesMap().entrySet().stream()
                    .map(entry -> entry.getKey() + "→" + entry.getValue())
                    .collect(Collectors.joining(" ", "  ", "")))
        .orElse("");
  }

  private static boolean isOther(java.util.Map.Entry<?, ?> entry) {
    return !entry.getKey().equals(entry.getValue());
  }
}
