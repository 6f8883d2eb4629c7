package dev.athanor.agent.export;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.ArrayList;
import java.util.List;

/** A synthesis list as tables: items, precursors, steps, hazards, powder patterns. */
final class ListTables {
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private ListTables() {}

  /** All tables, in the order of the workbook. */
  static List<ListTable> of(SynthesisList list) {
    return List.of(items(list), precursors(list), steps(list), hazards(list), patterns(list));
  }

  /** One line an item. */
  static ListTable items(SynthesisList list) {
    List<String> header =
        new ArrayList<>(
            List.of("number", "formula", "space_group", "prototype", "kind", "molar_mass"));
    for (EstimateKind kind : EstimateKind.all()) {
      header.add(kind.field());
      header.add(kind.field() + "_unit");
      header.add(kind.field() + "_std");
      header.add(kind.field() + "_applicability");
    }
    header.addAll(VerdictCells.header());
    header.addAll(
        List.of(
            "batch_mass_g",
            "method",
            "container",
            "atmosphere",
            "precursors",
            "caveats",
            "crystal"));
    ListTable table = new ListTable("Items", header, List.of());
    for (ListItem item : list.items()) {
      List<JsonNode> row = new ArrayList<>();
      row.add(NODES.numberNode(item.rank()));
      row.add(text(item.formula()));
      row.add(text(item.text("space_group")));
      row.add(text(item.text("prototype")));
      row.add(text(item.text("kind")));
      row.add(item.node().path("molar_mass"));
      EstimateKind.all().forEach(kind -> estimate(item, kind, row));
      row.addAll(VerdictCells.of(item.stability()));
      row.add(ItemFields.batch(item).value());
      row.add(item.node().at("/route/method"));
      row.add(item.node().at("/route/container"));
      row.add(item.node().at("/route/atmosphere"));
      row.add(text(weighed(item)));
      row.add(text(joined(item.node().path("caveats"))));
      row.add(text(item.crystal()));
      table.add(row);
    }
    return table;
  }

  private static void estimate(ListItem item, EstimateKind kind, List<JsonNode> row) {
    JsonNode estimate = item.estimate(kind).map(Finding::value).orElse(NODES.missingNode());
    row.add(estimate.path("value"));
    row.add(estimate.path("unit"));
    row.add(estimate.path("standard_deviation"));
    row.add(estimate.at("/applicability/level"));
  }

  private static String weighed(ListItem item) {
    List<String> parts = new ArrayList<>();
    for (Finding row : ItemFields.precursors(item)) {
      parts.add(
          row.value().path("formula").asText() + " " + row.value().path("mass_g").asText() + " g");
    }
    return String.join("; ", parts);
  }

  private static String joined(JsonNode words) {
    List<String> parts = new ArrayList<>();
    words.forEach(word -> parts.add(word.asText()));
    return String.join("; ", parts);
  }

  private static ListTable precursors(SynthesisList list) {
    return rows(
        list,
        "Precursors",
        List.of(
            "formula",
            "name",
            "form",
            "purity",
            "moles_per_formula_unit",
            "excess_percent",
            "mass_g",
            "storage",
            "reason"),
        ItemFields::precursors);
  }

  private static ListTable steps(SynthesisList list) {
    return rows(
        list,
        "Steps",
        List.of("step", "temperature_c", "ramp_per_hour_c", "hold_hours", "atmosphere"),
        ItemFields::steps);
  }

  private static ListTable hazards(SynthesisList list) {
    return rows(list, "Hazards", List.of("source", "hazard", "precaution"), ItemFields::hazards);
  }

  private static ListTable patterns(SynthesisList list) {
    return rows(
        list,
        "XRD",
        List.of("h", "k", "l", "two_theta", "d", "intensity", "multiplicity"),
        ItemFields::reflections);
  }

  private interface Rows {
    List<Finding> of(ListItem item);
  }

  private static ListTable rows(SynthesisList list, String name, List<String> fields, Rows rows) {
    List<String> header = new ArrayList<>(List.of("number", "compound", "row"));
    header.addAll(fields);
    ListTable table = new ListTable(name, header, List.of());
    for (ListItem item : list.items()) {
      int number = 1;
      for (Finding row : rows.of(item)) {
        List<JsonNode> cells = new ArrayList<>();
        cells.add(NODES.numberNode(item.rank()));
        cells.add(text(item.formula()));
        cells.add(NODES.numberNode(number++));
        fields.forEach(field -> cells.add(ItemFields.field(row.value(), field)));
        table.add(cells);
      }
    }
    return table;
  }

  private static JsonNode text(String value) {
    return NODES.textNode(value);
  }
}
