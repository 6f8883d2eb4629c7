package dev.athanor.agent.planner.offline;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.athanor.agent.loop.LoopFunctions;
import dev.athanor.agent.loop.ToolResultBlock;
import dev.langchain4j.agent.tool.ToolExecutionRequest;
import dev.langchain4j.data.message.AiMessage;
import dev.langchain4j.model.chat.ChatModel;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.chat.response.ChatResponse;
import dev.langchain4j.model.output.TokenUsage;
import java.util.List;
import java.util.Optional;

/**
 * A chat model of rules: the same messages always get the same reply. Understands discovery
 * questions, given crystals, given spectra, what is known, screening of a file, and the release of
 * a drafted list; says what it cannot do.
 */
public final class OfflinePlanner implements ChatModel {
  private static final int MOST_PLANS = 3;
  private static final String KNOWN = "search_known";
  private static final String RELEASE = "release_synthesis_list";

  @Override
  public ChatResponse doChat(ChatRequest request) {
    Transcript transcript = Transcript.of(request);
    Question question = QuestionParser.parse(transcript.question());
    AiMessage reply =
        transcript.lastRequests().isEmpty()
            ? first(question, transcript)
            : next(question, transcript);
    return ChatResponse.builder().aiMessage(reply).tokenUsage(new TokenUsage(0, 0)).build();
  }

  /** Questions that work, to be offered to a newcomer. */
  public static List<String> examples() {
    return List.of(
        "Find ternary rhenium intermetallics that are likely stable and superconduct above 4 K. Ten"
            + " candidates.",
        "Suggest five nitrides without arsenic or lead that superconduct above 10 K, at most 12"
            + " atoms in the cell.",
        "Find binary or ternary borides with molybdenum that superconduct above 5 K. Six"
            + " candidates.",
        "What is known about superconducting borides?",
        "What is known about Nb3Sn?");
  }

  private static AiMessage first(Question question, Transcript transcript) {
    return switch (question.intent()) {
      case DISCOVER ->
          plan(understood(question), DiscoveryPlans.first(question, transcript.tools()));
      case ASSESS, SCREEN ->
          plan(
              Answers.WHO + "I read the file and let the models judge it.",
              AssessmentPlans.plan(question, transcript.tools()));
      case ELUCIDATE ->
          plan(
              Answers.WHO + "I compare the spectra with what molecules should show.",
              SpectrumPlans.elucidation(question, transcript.tools()));
      case VERIFY ->
          plan(
              Answers.WHO + "I hold the spectra against the molecule that you name.",
              SpectrumPlans.verification(question, transcript.tools()));
      case KNOWN -> call(KNOWN, lookUp(question));
      case RELEASE -> release(transcript);
      case OTHER -> conclude(Answers.other(question));
    };
  }

  private static AiMessage next(Question question, Transcript transcript) {
    if (transcript.refused() && question.intent() != Question.Intent.RELEASE) {
      return conclude(
          "The plan was not approved, so nothing was run. Tell me what to change, or ask again.");
    }
    return switch (question.intent()) {
      case DISCOVER -> afterDiscovery(question, transcript);
      case ASSESS, SCREEN ->
          conclude(
              transcript.success("read_structure").isPresent()
                  ? Answers.assessment(question, transcript)
                  : "The file could not be read:" + Answers.failures(transcript));
      case ELUCIDATE -> conclude(SpectrumAnswers.elucidation(transcript));
      case VERIFY -> conclude(SpectrumAnswers.verification(transcript));
      case KNOWN ->
          conclude(
              transcript
                  .success(KNOWN)
                  .map(found -> Answers.known(question, found))
                  .orElseGet(() -> "The search failed:" + Answers.failures(transcript)));
      case RELEASE -> conclude(Answers.released(transcript));
      case OTHER -> conclude(Answers.other(question));
    };
  }

  private static AiMessage afterDiscovery(Question question, Transcript transcript) {
    Optional<ToolResultBlock> ranked = transcript.ranking();
    int found = ranked.map(block -> size(block.content().path("ranked"))).orElse(0);
    boolean enough =
        found > 0 && ranked.filter(block -> block.content().hasNonNull("shortfall")).isEmpty();
    if (enough || transcript.plansSince() >= MOST_PLANS) {
      return found > 0
          ? conclude(Answers.discovery(question, transcript) + loosened(transcript))
          : conclude(nothing(transcript));
    }
    if (!transcript.newest("generate_candidates").map(ToolResultBlock::succeeded).orElse(false)) {
      return plan(
          "The constraints leave nothing to work with; I loosen them.",
          DiscoveryPlans.widerGeneration(
              question,
              transcript.tools(),
              "nothing could be made under the first constraints: larger cells, known compositions"
                  + " and all families are allowed now",
              true));
    }
    if (failed(transcript, "relax_structure")) {
      return plan(
          "Relaxing did not work; I go on without it.",
          DiscoveryPlans.widerGeneration(
              question,
              transcript.tools(),
              "relaxing failed: the crystals are judged as they were made",
              false));
    }
    if (transcript.plansSince() == 1 && transcript.success("check_novelty").isPresent()) {
      return plan(
          "Fewer candidates than asked for kept the limits; I widen the limits and rank again.",
          DiscoveryPlans.widerRanking(
              question,
              transcript.tools(),
              "fewer candidates than asked for: a larger distance from the hull, more of one system"
                  + " and estimates outside what the model knows are allowed, each marked"));
    }
    if (found == 0 && transcript.plansSince() < MOST_PLANS) {
      return plan(
          "Nothing kept the limits; I look among larger cells.",
          DiscoveryPlans.widerGeneration(
              question,
              transcript.tools(),
              "no candidate kept the limits: larger cells and known compositions are allowed now",
              true));
    }
    return found > 0
        ? conclude(Answers.discovery(question, transcript) + loosened(transcript))
        : conclude(nothing(transcript));
  }

  private static boolean failed(Transcript transcript, String tool) {
    return transcript.newest(tool).map(block -> !block.succeeded()).orElse(false);
  }

  private static int size(JsonNode rows) {
    int count = 0;
    for (JsonNode row : rows) {
      if (row.isObject()) {
        count++;
      }
    }
    return count;
  }

  private static String loosened(Transcript transcript) {
    return transcript.plansSince() > 1
        ? "\n"
            + "The constraints of the first plan were too tight; what was loosened is said in the"
            + " plan."
        : "";
  }

  private static String nothing(Transcript transcript) {
    return "I found no candidate that fits, even with loosened constraints."
        + Answers.failures(transcript)
        + "\nAsk with fewer constraints: more elements to choose from, a lower temperature, or more"
        + " atoms in the cell.";
  }

  private static String understood(Question question) {
    StringBuilder text = new StringBuilder(Answers.WHO).append("I understood: new compounds");
    question.elementCount().ifPresent(n -> text.append(" of ").append(n).append(" elements"));
    if (!question.required().isEmpty()) {
      text.append(" with ").append(symbols(question.required()));
    }
    if (!question.forbidden().isEmpty()) {
      text.append(", without ").append(symbols(question.forbidden()));
    }
    question
        .minCriticalTemperature()
        .ifPresent(k -> text.append(", superconducting above ").append(number(k)).append(" K"));
    question
        .maxAtoms()
        .ifPresent(n -> text.append(", at most ").append(n).append(" atoms in the cell"));
    text.append("; ").append(question.wanted()).append(" candidates.");
    return text.toString();
  }

  private static String number(double value) {
    return value == Math.rint(value) ? Long.toString((long) value) : Double.toString(value);
  }

  private static String symbols(java.util.Set<dev.athanor.matter.chemistry.Element> elements) {
    return elements.stream()
        .map(dev.athanor.matter.chemistry.Element::symbol)
        .collect(java.util.stream.Collectors.joining(", "));
  }

  private static ObjectNode lookUp(Question question) {
    ObjectNode arguments = JsonNodeFactory.instance.objectNode();
    String text = question.text().strip();
    arguments.put("query", text.length() <= 400 ? text : text.substring(0, 400));
    if (question.formula().isPresent()) {
      arguments.put("formula", question.formula().get());
    } else if (!question.required().isEmpty()) {
      question.required().forEach(element -> arguments.withArray("elements").add(element.symbol()));
    }
    question
        .minCriticalTemperature()
        .ifPresent(kelvin -> arguments.put("min_critical_temperature", kelvin));
    return arguments;
  }

  private static AiMessage release(Transcript transcript) {
    Optional<ToolResultBlock> draft = transcript.everSucceeded("draft_synthesis_list");
    if (draft.isEmpty()) {
      return conclude("There is no drafted list to release. Ask for candidates first.");
    }
    ObjectNode arguments = JsonNodeFactory.instance.objectNode();
    arguments.put("list", draft.get().content().path("list").asText());
    return call(RELEASE, arguments);
  }

  private static AiMessage plan(String words, String plan) {
    return AiMessage.from(words, List.of(request(LoopFunctions.PROPOSE_PLAN, plan)));
  }

  private static AiMessage call(String tool, ObjectNode arguments) {
    return AiMessage.from(List.of(request(tool, arguments.toString())));
  }

  private static AiMessage conclude(String answer) {
    ObjectNode arguments = JsonNodeFactory.instance.objectNode();
    arguments.put("answer", answer);
    return AiMessage.from(List.of(request(LoopFunctions.CONCLUDE, arguments.toString())));
  }

  private static ToolExecutionRequest request(String name, String arguments) {
    return ToolExecutionRequest.builder().id("1").name(name).arguments(arguments).build();
  }
}
