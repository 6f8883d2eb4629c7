package dev.athanor.agent.planner.offline;

import com.fasterxml.jackson.databind.JsonNode;
import dev.athanor.agent.loop.ToolResultBlock;
import java.util.List;
import java.util.Optional;

/** The answers, with every number as a citation. */
final class Answers {
  static final String WHO = "I am the offline planner: fixed rules, no language model. ";
  static final String EXAMPLES =
      """

      Questions that I can take, for example:
      - Find ternary rhenium intermetallics that are likely stable and superconduct above 4 K. Ten candidates.
      - Suggest five nitrides without arsenic or lead that superconduct above 10 K, at most 12 atoms in the cell.
      - What is known about superconducting borides?
      - Assess the crystal in file (address of an uploaded file).
      - Screen the file (address of an uploaded file) for superconductors above 5 K.
      - Which molecule has the spectrum in file (address of an uploaded file)? Its formula is C5H8O2.
      - Is that the spectrum of carbon dioxide, SMILES O=C=O? (address of an uploaded file)
      - Release the list to the laboratory. (after a list was drafted; you will be asked to approve it)\
      """;
  private static final int MOST_ROWS = 10;

  private Answers() {}

  static String cite(ToolResultBlock block, String pointer) {
    return "[[" + block.call() + pointer + "]]";
  }

  /** A place as a citation, where something citable stands there. */
  static Optional<String> optional(ToolResultBlock block, String pointer) {
    JsonNode node = block.content().at(pointer);
    return node.isMissingNode() || node.isNull()
        ? Optional.empty()
        : Optional.of(cite(block, pointer));
  }

  static String other(Question question) {
    return WHO
        + "I could not make a plan of this question: I search for new superconducting or stable"
        + " crystals, judge crystals that you give me, tell molecules from their spectra, look up"
        + " what is known, and write synthesis lists. Other properties (band gaps, batteries,"
        + " catalysis and the like) I cannot predict."
        + (question.formula().isPresent()
            ? " To judge a compound I need its structure, as a file."
            : "")
        + EXAMPLES;
  }

  static String discovery(Question question, Transcript transcript) {
    ToolResultBlock ranked = transcript.ranking().orElseThrow();
    StringBuilder text = new StringBuilder();
    transcript
        .success("generate_candidates")
        .ifPresent(
            made ->
                text.append("Of ")
                    .append(cite(made, "/count"))
                    .append(" new crystals in ")
                    .append(cite(made, "/chemical_systems"))
                    .append(" chemical systems, "));
    text.append(cite(ranked, "/eligible")).append(" kept all limits. The best:\n");
    JsonNode rows = ranked.content().path("ranked");
    int shown = 0;
    while (shown < Math.min(rows.size(), MOST_ROWS) && rows.get(shown).isObject()) {
      text.append('\n').append(shown + 1).append(". ").append(row(ranked, "/ranked/" + shown));
      shown++;
    }
    optional(ranked, "/shortfall")
        .ifPresent(why -> text.append("\n\nFewer than asked for: ").append(why));
    text.append("\n\n").append(listed(transcript));
    question
        .namedFamily()
        .ifPresent(
            family ->
                text.append(
                        "\nI searched across all structure types: my rules cannot confine the"
                            + " generator to ")
                    .append(family)
                    .append("; the structure type of each candidate is in the table."));
    text.append(
        "\nTemperatures and energies are predictions with one standard deviation; a measurement may"
            + " well differ. Novelty means: not among the compounds that this installation knows.");
    return text.toString();
  }

  private static String row(ToolResultBlock block, String place) {
    StringBuilder text = new StringBuilder(cite(block, place + "/formula"));
    optional(block, place + "/prototype")
        .ifPresent(type -> text.append(" (").append(type).append(" type)"));
    optional(block, place + "/estimates/critical_temperature")
        .ifPresent(value -> text.append(": Tc ").append(value));
    optional(block, place + "/estimates/energy_above_hull")
        .ifPresent(value -> text.append(", above hull ").append(value));
    optional(block, place + "/estimates/superconductor")
        .ifPresent(value -> text.append(", probability of superconducting ").append(value));
    return text.toString();
  }

  private static String listed(Transcript transcript) {
    Optional<ToolResultBlock> draft = transcript.success("draft_synthesis_list");
    if (draft.isEmpty()) {
      return "No synthesis list was drafted.";
    }
    return "A synthesis list is drafted; nothing has been sent. Say \"release the list to the"
        + " laboratory\" if you want that; you will be asked to approve exactly that call.";
  }

  static String assessment(Question question, Transcript transcript) {
    StringBuilder text = new StringBuilder();
    Optional<ToolResultBlock> read = transcript.success("read_structure");
    read.ifPresent(
        block ->
            text.append("The file holds ")
                .append(cite(block, "/count"))
                .append(" readable crystals.\n"));
    Optional<ToolResultBlock> ranked = transcript.ranking();
    if (ranked.isPresent()) {
      JsonNode rows = ranked.get().content().path("ranked");
      for (int i = 0; i < Math.min(rows.size(), MOST_ROWS) && rows.get(i).isObject(); i++) {
        text.append('\n').append(i + 1).append(". ").append(row(ranked.get(), "/ranked/" + i));
      }
      optional(ranked.get(), "/shortfall").ifPresent(why -> text.append('\n').append(why));
      return text.toString();
    }
    for (Kind kind : KINDS) {
      transcript.success(kind.tool()).ifPresent(block -> lines(text, block, kind));
    }
    for (ToolResultBlock block : transcript.blocksSince()) {
      if (!block.succeeded()) {
        text.append("\nNot done: ")
            .append(block.tool().replace('_', ' '))
            .append(": ")
            .append(block.content().path("message").asText());
      }
    }
    return text.append("\nEach estimate stands with one standard deviation.").toString();
  }

  /** One kind of estimate: the tool, the field in its rows, and what it is called. */
  private record Kind(String tool, List<String> fields, List<String> labels) {}

  private static final List<Kind> KINDS =
      List.of(
          new Kind(
              "predict_stability",
              List.of("/formation_energy", "/energy_above_hull"),
              List.of("formation energy", "energy above hull")),
          new Kind(
              "classify_superconductor",
              List.of("/superconductor"),
              List.of("probability of superconducting")),
          new Kind(
              "predict_tc", List.of("/critical_temperature"), List.of("Tc if it superconducts")),
          new Kind("check_novelty", List.of("/novelty/reason"), List.of("novelty")));

  private static void lines(StringBuilder text, ToolResultBlock block, Kind kind) {
    JsonNode rows = block.content().path("rows");
    for (int i = 0; i < Math.min(rows.size(), 5) && rows.get(i).isObject(); i++) {
      String place = "/rows/" + i;
      for (int k = 0; k < kind.fields().size(); k++) {
        Optional<String> value = optional(block, place + kind.fields().get(k));
        if (value.isPresent()) {
          text.append("\n- ")
              .append(cite(block, place + "/formula"))
              .append(", ")
              .append(kind.labels().get(k))
              .append(": ")
              .append(value.get());
        }
      }
    }
  }

  static String known(Question question, ToolResultBlock found) {
    StringBuilder text = new StringBuilder("What this installation knows:\n");
    text.append("- superconductors that match: ")
        .append(cite(found, "/superconductor_count"))
        .append(", reference phases: ")
        .append(cite(found, "/reference_phase_count"))
        .append('.');
    optional(found, "/highest_critical_temperature")
        .ifPresent(
            value -> text.append("\n- highest reported temperature: ").append(value).append(" K."));
    JsonNode superconductors = found.content().path("superconductors");
    for (int i = 0; i < Math.min(superconductors.size(), MOST_ROWS); i++) {
      if (superconductors.get(i).isObject()) {
        text.append("\n- ")
            .append(cite(found, "/superconductors/" + i + "/formula"))
            .append(": ")
            .append(cite(found, "/superconductors/" + i + "/critical_temperature"))
            .append(" K (")
            .append(cite(found, "/superconductors/" + i + "/evidence"))
            .append(')');
      }
    }
    JsonNode notes = found.content().path("notes");
    for (int i = 0; i < Math.min(notes.size(), 4); i++) {
      if (notes.get(i).isObject()) {
        text.append("\n- note \"")
            .append(cite(found, "/notes/" + i + "/title"))
            .append("\": ")
            .append(cite(found, "/notes/" + i + "/text"));
        optional(found, "/notes/" + i + "/references/0")
            .ifPresent(reference -> text.append(" (").append(reference).append(')'));
      }
    }
    if (question.formula().isPresent()) {
      text.append("\nTo predict anything of this compound I need its structure, as a file.");
    }
    return text.toString();
  }

  static String released(Transcript transcript) {
    Optional<ToolResultBlock> done = transcript.success("release_synthesis_list");
    if (done.isPresent()) {
      return "The list was released to "
          + cite(done.get(), "/laboratory")
          + ": "
          + cite(done.get(), "/item_count")
          + " compounds.";
    }
    return transcript.refused()
        ? "The release was not approved; nothing was sent."
        : "The release failed; nothing was sent." + failures(transcript);
  }

  static String failures(Transcript transcript) {
    StringBuilder text = new StringBuilder();
    for (ToolResultBlock block : transcript.blocksSince()) {
      if (!block.succeeded() && !block.content().path("code").asText().equals("NOT_RUN")) {
        text.append("\n- ")
            .append(block.tool().replace('_', ' '))
            .append(": ")
            .append(block.content().path("message").asText())
            .append(" (")
            .append(block.content().path("what_to_do").asText())
            .append(')');
      }
    }
    return text.toString();
  }
}
