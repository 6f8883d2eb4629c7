package dev.athanor.screening;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.athanor.matter.format.CrystalJsonLines;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A finished shard as JSON lines: one line {@code count} for each gate, one {@code survivor} or
 * {@code rejected} for each specimen concerned, and {@code end} to show that nothing is missing.
 */
final class ShardLines {
  private static final ObjectMapper MAPPER = new ObjectMapper();

  private ShardLines() {}

  static String write(ShardResult result) {
    StringBuilder text = new StringBuilder();
    for (GateCount count : result.counts()) {
      ObjectNode line = MAPPER.createObjectNode().put("kind", "count").put("gate", count.gate());
      line.put("entered", count.entered());
      line.put("passed", count.passed());
      line.put("rejected", count.rejected());
      text.append(line).append('\n');
    }
    for (Specimen survivor : result.survivors()) {
      ObjectNode line = MAPPER.createObjectNode().put("kind", "survivor");
      line.put("crystal", CrystalJsonLines.format(survivor.entry()));
      ObjectNode findings = line.putObject("findings");
      survivor.findings().forEach(findings::put);
      text.append(line).append('\n');
    }
    for (RejectedRow row : result.rejected()) {
      ObjectNode line = MAPPER.createObjectNode().put("kind", "rejected").put("id", row.id());
      line.put("gate", row.gate());
      line.put("code", row.code());
      line.put("reason", row.reason());
      text.append(line).append('\n');
    }
    return text.append("{\"kind\":\"end\"}\n").toString();
  }

  static ShardResult read(int shard, List<String> lines) {
    List<GateCount> counts = new ArrayList<>();
    List<Specimen> survivors = new ArrayList<>();
    List<RejectedRow> rejected = new ArrayList<>();
    boolean complete = false;
    for (String text : lines) {
      JsonNode line = parse(shard, text);
      switch (line.path("kind").asText()) {
        case "count" ->
            counts.add(
                new GateCount(
                    line.path("gate").asText(),
                    line.path("entered").asLong(),
                    line.path("passed").asLong(),
                    line.path("rejected").asLong()));
        case "survivor" -> survivors.add(survivor(line));
        case "rejected" ->
            rejected.add(
                new RejectedRow(
                    line.path("id").asText(),
                    line.path("gate").asText(),
                    line.path("code").asText(),
                    line.path("reason").asText()));
        case "end" -> complete = true;
        default -> throw damaged(shard);
      }
    }
    if (!complete) {
      throw damaged(shard);
    }
    return new ShardResult(shard, counts, survivors, rejected);
  }

  private static Specimen survivor(JsonNode line) {
    Map<String, String> findings = new TreeMap<>();
    line.path("findings")
        .properties()
        .forEach(field -> findings.put(field.getKey(), field.getValue().asText()));
    return new Specimen(CrystalJsonLines.parse(line.path("crystal").asText()), findings);
  }

  private static JsonNode parse(int shard, String text) {
    try {
      return MAPPER.readTree(text);
    } catch (JsonProcessingException e) {
      throw damaged(shard);
    }
  }

  private static ScreeningException damaged(int shard) {
    return new ScreeningException(
        ScreeningErrors.DAMAGED_CHECKPOINT,
        "the checkpoint of shard " + shard + " is damaged; delete it and run again");
  }
}
