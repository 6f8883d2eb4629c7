package dev.athanor.agent.planner.offline;

import static dev.athanor.agent.planner.offline.Answers.cite;
import static dev.athanor.agent.planner.offline.Answers.optional;

import com.fasterxml.jackson.databind.JsonNode;
import dev.athanor.agent.loop.ToolResultBlock;
import java.util.Optional;

/** The answers about spectra, with every number as a citation. */
final class SpectrumAnswers {
  private static final int MOST_ROWS = 5;
  private static final double LIKELY_ENOUGH = 1e-3;

  private SpectrumAnswers() {}

  static String elucidation(Transcript transcript) {
    Optional<ToolResultBlock> found = transcript.success(SpectrumPlans.ELUCIDATE);
    if (found.isEmpty()) {
      return "The spectra could not be compared with molecules:" + Answers.failures(transcript);
    }
    ToolResultBlock block = found.get();
    Optional<String> outside = optional(block, "/outside");
    if (outside.isPresent()) {
      return "These spectra are outside what the model can tell: "
          + outside.get()
          + ". I name no molecule.";
    }
    StringBuilder text = new StringBuilder("The likeliest molecule is ");
    text.append(cite(block, "/candidates/0/smiles"))
        .append(" (")
        .append(cite(block, "/candidates/0/formula"))
        .append("); it is the right one with a probability of ")
        .append(cite(block, "/top_probability"))
        .append(". Constitutions compared: ")
        .append(cite(block, "/considered"))
        .append(".\n");
    JsonNode rows = block.content().path("candidates");
    int told = 0;
    for (int i = 0; i < Math.min(rows.size(), MOST_ROWS) && worthTelling(rows.get(i), i); i++) {
      told++;
      text.append('\n')
          .append(i + 1)
          .append(". ")
          .append(cite(block, "/candidates/" + i + "/smiles"))
          .append(", probability ")
          .append(cite(block, "/candidates/" + i + "/probability"));
    }
    if (told < rows.size()) {
      text.append("\n\nThe other candidates are less likely than these.");
    }
    text.append("\n\nThe spectra, the structures and what the model expects of them are under")
        .append(
            " Molecules. The model learned from computed spectra and tells no stereochemistry.");
    remarks(block, text);
    return text.toString();
  }

  /** The first, and those after it that may be the right one. */
  private static boolean worthTelling(JsonNode row, int index) {
    return row.isObject() && (index == 0 || row.path("probability").asDouble() >= LIKELY_ENOUGH);
  }

  static String verification(Transcript transcript) {
    Optional<ToolResultBlock> found = transcript.success(SpectrumPlans.VERIFY);
    if (found.isEmpty()) {
      return "The spectra could not be held against the molecule:" + Answers.failures(transcript);
    }
    ToolResultBlock block = found.get();
    String molecule = cite(block, "/smiles") + " (" + cite(block, "/formula") + ")";
    Optional<String> outside = optional(block, "/outside");
    if (outside.isPresent()) {
      return "Whether these are the spectra of " + molecule + " cannot be said: " + outside.get();
    }
    StringBuilder text = new StringBuilder("Spectra against ");
    text.append(molecule)
        .append(": ")
        .append(cite(block, "/verdict"))
        .append(", p-value ")
        .append(cite(block, "/p_value"))
        .append(
            ". That is the share of right molecules whose own spectra lie at least as far from what"
                + " the model expects. A high one is no proof: a similar molecule may fit too.");
    remarks(block, text);
    return text.toString();
  }

  private static void remarks(ToolResultBlock block, StringBuilder text) {
    JsonNode remarks = block.content().path("remarks");
    for (int i = 0; i < remarks.size() && remarks.get(i).isTextual(); i++) {
      optional(block, "/remarks/" + i).ifPresent(remark -> text.append("\n- ").append(remark));
    }
  }
}
