package dev.athanor.agent.planner.offline;

import dev.athanor.agent.loop.ToolResultBlock;
import dev.langchain4j.agent.tool.ToolExecutionRequest;
import dev.langchain4j.agent.tool.ToolSpecification;
import dev.langchain4j.data.message.AiMessage;
import dev.langchain4j.data.message.ChatMessage;
import dev.langchain4j.data.message.ToolExecutionResultMessage;
import dev.langchain4j.data.message.UserMessage;
import dev.langchain4j.model.chat.request.ChatRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What has been said so far, as the rules need it.
 *
 * @param question the person's last words
 * @param earlierQuestions what the person said before
 * @param plansSince how many plans were proposed since the last words
 * @param lastRequests what was asked for in the planner's last reply since then
 * @param lastOutcome the texts that came back for it
 * @param blocks every tool result of the whole conversation, oldest first
 * @param blocksSince those since the person's last words
 * @param tools names of the tools that there are
 */
record Transcript(
    String question,
    List<String> earlierQuestions,
    int plansSince,
    List<ToolExecutionRequest> lastRequests,
    List<String> lastOutcome,
    List<ToolResultBlock> blocks,
    List<ToolResultBlock> blocksSince,
    Set<String> tools) {

  static Transcript of(ChatRequest request) {
    List<String> questions = new ArrayList<>();
    List<ToolResultBlock> blocks = new ArrayList<>();
    List<ToolResultBlock> since = new ArrayList<>();
    List<ToolExecutionRequest> last = new ArrayList<>();
    List<String> outcome = new ArrayList<>();
    int plans = 0;
    for (ChatMessage message : request.messages()) {
      if (message instanceof UserMessage user) {
        questions.add(user.singleText());
        since.clear();
        last.clear();
        outcome.clear();
        plans = 0;
      } else if (message instanceof AiMessage reply && reply.hasToolExecutionRequests()) {
        last.clear();
        outcome.clear();
        last.addAll(reply.toolExecutionRequests());
        plans += (int) last.stream().filter(one -> one.name().equals("propose_plan")).count();
      } else if (message instanceof ToolExecutionResultMessage result) {
        String text = Optional.ofNullable(result.text()).orElse("");
        outcome.add(text);
        List<ToolResultBlock> found = ToolResultBlock.parse(text);
        blocks.addAll(found);
        since.addAll(found);
      }
    }
    Set<String> tools =
        request.toolSpecifications().stream()
            .map(ToolSpecification::name)
            .collect(Collectors.toUnmodifiableSet());
    int end = Math.max(0, questions.size() - 1);
    return new Transcript(
        questions.isEmpty() ? "" : questions.get(end),
        List.copyOf(questions.subList(0, end)),
        plans,
        List.copyOf(last),
        List.copyOf(outcome),
        List.copyOf(blocks),
        List.copyOf(since),
        tools);
  }

  /** The newest result of a tool, failed or not, since the person's last words. */
  Optional<ToolResultBlock> newest(String tool) {
    return blocksSince.stream()
        .filter(block -> block.tool().equals(tool))
        .reduce((first, second) -> second);
  }

  /** The newest success of a tool since the person's last words. */
  Optional<ToolResultBlock> success(String tool) {
    return blocksSince.stream()
        .filter(block -> block.tool().equals(tool) && block.succeeded() && !block.call().isEmpty())
        .reduce((first, second) -> second);
  }

  /** The newest final ranking since the person's last words; a shortlist is none. */
  Optional<ToolResultBlock> ranking() {
    return blocksSince.stream()
        .filter(block -> block.step().equals(DiscoveryPlans.RANKED))
        .filter(block -> block.succeeded() && !block.call().isEmpty())
        .reduce((first, second) -> second);
  }

  /** The newest success of a tool in the whole conversation. */
  Optional<ToolResultBlock> everSucceeded(String tool) {
    return blocks.stream()
        .filter(block -> block.tool().equals(tool) && block.succeeded() && !block.call().isEmpty())
        .reduce((first, second) -> second);
  }

  /** Whether a person refused, or nobody answered. */
  boolean refused() {
    return lastOutcome.stream()
        .map(Transcript::outsideOfResults)
        .anyMatch(text -> text.contains("denied by a person") || text.contains("approval expired"));
  }

  /** What the loop itself said, before any data. */
  private static String outsideOfResults(String text) {
    int start = text.indexOf("<tool_result");
    return start < 0 ? text : text.substring(0, start);
  }
}
