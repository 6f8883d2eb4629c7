package dev.athanor.agent.runtime;

import static dev.athanor.agent.testing.TestingChatModel.asks;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.athanor.agent.AgentErrors;
import dev.athanor.agent.AgentException;
import dev.athanor.agent.investigation.Budget;
import dev.athanor.agent.investigation.Gate;
import dev.athanor.agent.investigation.GateKind;
import dev.athanor.agent.investigation.GateStatus;
import dev.athanor.agent.investigation.Investigation;
import dev.athanor.agent.investigation.InvestigationState;
import dev.athanor.agent.investigation.StepStatus;
import dev.athanor.agent.loop.LoopListener;
import dev.athanor.agent.testing.TestingChatModel;
import dev.athanor.agent.testing.TestingRuntimes;
import dev.athanor.agent.testing.TestingTools;
import dev.athanor.tools.Effect;
import dev.langchain4j.data.message.AiMessage;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What runs with which approval, and above all what does not. */
final class GatesTest {
  private static final AiMessage PLAN =
      asks(
          "propose_plan",
          """
          {"goal":"g","steps":[
           {"id":"a","tool":"compute_thing","arguments":{"text":"one"},"why":"w"},
           {"id":"b","tool":"compute_thing","arguments":{"text":"two"},"why":"w"},
           {"id":"r","tool":"release_thing","arguments":{"text":"list"},"why":"w"}]}
          """);
  private static final AiMessage END = asks("conclude", "{\"answer\":\"done\"}");

  @TempDir Path home;

  private final TestingClock clock = new TestingClock();

  private static final class TestingClock extends Clock {
    private Instant now = Instant.parse("2026-11-23T05:00:00Z");

    void pass(Duration time) {
      now = now.plus(time);
    }

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }

    @Override
    public Instant instant() {
      return now;
    }
  }

  private AgentRuntime runtime(AiMessage... script) {
    return new AgentRuntime(
        TestingRuntimes.settings(home, Map.of()),
        () -> Science.of(TestingTools.catalogue(home.resolve("traces"))),
        () -> new TestingChatModel(List.of(script)),
        clock);
  }

  private List<String> traces() {
    return TestingTools.traces(home.resolve("traces"));
  }

  private static Investigation begin(Investigations all) {
    return all.drive(all.ask("question", "Ada").id(), LoopListener.NONE);
  }

  private static GateAnswer yes(Gate gate) {
    return answer(gate, gate.argumentsHash(), GateAnswer.Decision.APPROVE);
  }

  private static GateAnswer answer(Gate gate, String hash, GateAnswer.Decision decision) {
    return new GateAnswer(gate.id(), hash, decision, "because", "Ada", Optional.empty());
  }

  private static void refused(AgentErrors code, Runnable action) {
    assertThatThrownBy(action::run)
        .isInstanceOfSatisfying(AgentException.class, e -> assertThat(e.code()).isEqualTo(code));
  }

  @Test
  void nothingIsComputedBeforeThePlanIsApprovedAndReleaseHasItsOwnGate() {
    try (AgentRuntime runtime = runtime(PLAN, END)) {
      Investigations all = runtime.investigations();
      Investigation state = begin(all);
      assertThat(traces()).isEmpty();
      Gate plan = state.openGates().get(0);
      assertThat(plan.kind()).isEqualTo(GateKind.PLAN);

      all.answer(state.id(), yes(plan));
      state = all.drive(state.id(), LoopListener.NONE);

      assertThat(traces()).containsExactly("compute_thing c1 one", "compute_thing c2 two");
      Gate release = state.openGates().get(0);
      assertThat(release.effect()).isEqualTo(Effect.RELEASE);
      all.answer(state.id(), yes(release));
      state = all.drive(state.id(), LoopListener.NONE);
      assertThat(traces()).hasSize(3).contains("release_thing c3 list");
      assertThat(state.state()).isEqualTo(InvestigationState.CONCLUDED);
      assertThat(state.gate(release.id()).orElseThrow().status()).isEqualTo(GateStatus.USED);
    }
  }

  @Test
  void approvalInAdvanceStopsAtARelease() {
    try (AgentRuntime runtime = runtime(PLAN, END)) {
      Investigations all = runtime.investigations();
      String id = all.ask("question", "Ada").id();

      Investigation state = all.driveApproving(id, "Ada", new Budget(10, 600), LoopListener.NONE);

      assertThat(state.state()).isEqualTo(InvestigationState.AWAITING_APPROVAL);
      assertThat(traces()).hasSize(2).noneMatch(line -> line.startsWith("release"));
      Gate plan = state.gates().get(0);
      assertThat(plan.approver()).contains("Ada");
      assertThat(plan.reason().orElseThrow()).contains("10 computing calls");
    }
  }

  @Test
  void theBudgetOfAnApprovalHolds() {
    try (AgentRuntime runtime = runtime(PLAN, END)) {
      Investigations all = runtime.investigations();
      String id = all.ask("question", "Ada").id();

      Investigation state = all.driveApproving(id, "Ada", new Budget(1, 600), LoopListener.NONE);

      assertThat(state.state()).isEqualTo(InvestigationState.AWAITING_APPROVAL);
      assertThat(traces()).containsExactly("compute_thing c1 one");
      assertThat(state.openGates().get(0).effect()).isEqualTo(Effect.COMPUTE);
    }
  }

  @Test
  void anAnswerToOtherArgumentsOrToNoGateIsRefused() {
    try (AgentRuntime runtime = runtime(PLAN, END)) {
      Investigations all = runtime.investigations();
      Investigation state = begin(all);
      Gate plan = state.openGates().get(0);

      refused(
          AgentErrors.HASH_MISMATCH,
          () -> all.answer(state.id(), answer(plan, "0".repeat(64), GateAnswer.Decision.APPROVE)));
      refused(
          AgentErrors.NOT_FOUND,
          () ->
              all.answer(
                  state.id(),
                  new GateAnswer(
                      "g9",
                      plan.argumentsHash(),
                      GateAnswer.Decision.APPROVE,
                      "",
                      "Ada",
                      Optional.empty())));
      assertThat(all.drive(state.id(), LoopListener.NONE).state())
          .isEqualTo(InvestigationState.AWAITING_APPROVAL);
      assertThat(traces()).isEmpty();
    }
  }

  @Test
  void twoAnswersAtOddsRunNothing() {
    try (AgentRuntime runtime = runtime(PLAN, END)) {
      Investigations all = runtime.investigations();
      Investigation state = begin(all);
      Gate plan = state.openGates().get(0);
      all.answer(state.id(), yes(plan));
      all.answer(state.id(), answer(plan, plan.argumentsHash(), GateAnswer.Decision.DENY));
      refused(AgentErrors.GATE_NOT_OPEN, () -> all.answer(state.id(), yes(plan)));

      Investigation after = all.drive(state.id(), LoopListener.NONE);

      assertThat(traces()).isEmpty();
      assertThat(after.gate(plan.id()).orElseThrow().status()).isEqualTo(GateStatus.DENIED);
      assertThat(after.state()).isEqualTo(InvestigationState.CONCLUDED);
    }
  }

  @Test
  void anApprovalNotUsedInTimeLapses() {
    try (AgentRuntime runtime = runtime(PLAN, END)) {
      Investigations all = runtime.investigations();
      Investigation state = begin(all);
      all.answer(state.id(), yes(state.openGates().get(0)));
      clock.pass(Duration.ofHours(25));

      Investigation after = all.drive(state.id(), LoopListener.NONE);

      assertThat(traces()).isEmpty();
      assertThat(after.gates().get(0).status()).isEqualTo(GateStatus.EXPIRED);
    }
  }

  @Test
  void aGateNobodyAnsweredExpires() {
    try (AgentRuntime runtime = runtime(PLAN, END)) {
      Investigations all = runtime.investigations();
      Investigation state = begin(all);
      clock.pass(Duration.ofDays(8));
      refused(
          AgentErrors.GATE_EXPIRED, () -> all.answer(state.id(), yes(state.openGates().get(0))));

      Investigation after = all.drive(state.id(), LoopListener.NONE);

      assertThat(after.gates().get(0).status()).isEqualTo(GateStatus.EXPIRED);
      assertThat(traces()).isEmpty();
    }
  }

  @Test
  void aRevisedPlanNeedsItsOwnApproval() {
    AiMessage revised =
        asks(
            "propose_plan",
            """
            {"goal":"g","why_revised":"too tight","steps":[
             {"id":"a","tool":"compute_thing","arguments":{"text":"three"},"why":"w"}]}
            """);
    AiMessage first =
        asks(
            "propose_plan",
            """
            {"goal":"g","steps":[
             {"id":"a","tool":"compute_thing","arguments":{"text":"fail"},"why":"w"},
             {"id":"b","tool":"compute_thing",
              "arguments":{"text":{"$from":"a","pointer":"/text"}},"why":"w",
              "waits_for":["a"]}]}
            """);
    try (AgentRuntime runtime = runtime(first, revised, END)) {
      Investigations all = runtime.investigations();
      Investigation state = begin(all);
      all.answer(state.id(), yes(state.openGates().get(0)));
      state = all.drive(state.id(), LoopListener.NONE);

      assertThat(state.plan().orElseThrow().number()).isEqualTo(2);
      assertThat(state.plan().orElseThrow().why()).isEqualTo("too tight");
      assertThat(traces()).containsExactly("compute_thing c1 fail");
      assertThat(
              state.stepStatus(
                  state.plans().get(0), state.plans().get(0).plan().step("b").orElseThrow()))
          .isEqualTo(StepStatus.SKIPPED);
      assertThat(state.openGates()).hasSize(1);
    }
  }

  @Test
  void cancellingEndsItAndAFollowUpGoesOn() {
    try (AgentRuntime runtime = runtime(PLAN, END)) {
      Investigations all = runtime.investigations();
      Investigation state = begin(all);
      all.cancel(state.id(), "Ada", "enough");
      assertThat(all.drive(state.id(), LoopListener.NONE).state())
          .isEqualTo(InvestigationState.CANCELLED);

      all.say(state.id(), "go on after all", "Ada");
      assertThat(all.drive(state.id(), LoopListener.NONE).state())
          .isEqualTo(InvestigationState.CONCLUDED);
      assertThat(traces()).isEmpty();
      assertThat(all.verify(state.id()).intact()).isTrue();
    }
  }
}
