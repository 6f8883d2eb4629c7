package dev.athanor.agent.runtime;

import dev.athanor.agent.investigation.Gate;
import dev.athanor.agent.investigation.Investigation;
import dev.athanor.agent.loop.LoopListener;
import dev.athanor.agent.testing.TestingChatModel;
import dev.athanor.agent.testing.TestingRuntimes;
import dev.athanor.agent.testing.TestingTools;
import dev.langchain4j.data.message.AiMessage;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A scripted investigation, run to its end in a process that may be killed on the way. */
final class KilledInvestigation {
  static final int HALTED = 99;

  private static final String PLAN =
      """
      {"goal":"test","steps":[
       {"id":"a","tool":"look_up","arguments":{"text":"before"},"why":"first"},
       {"id":"b","tool":"compute_thing","arguments":{"text":{"$from":"a","pointer":"/text"}},
        "why":"then","waits_for":["a"]},
       {"id":"c","tool":"compute_thing","arguments":{"text":"fail"},"why":"fails"},
       {"id":"d","tool":"compute_thing","arguments":{"text":"never"},"why":"","waits_for":["c"]}]}
      """;
  private static final List<AiMessage> SCRIPT =
      List.of(
          AiMessage.from(
              List.of(
                  TestingChatModel.request("look_up", "{\"text\":\"one\"}"),
                  TestingChatModel.request("no_such_tool", "{}"))),
          TestingChatModel.asks("propose_plan", PLAN),
          TestingChatModel.asks("compute_thing", "{\"text\":\"alone\"}"),
          TestingChatModel.asks("release_thing", "{\"text\":\"the list\"}"),
          TestingChatModel.asks("conclude", "{\"answer\":\"it is [[c1/value]] now\"}"));

  private KilledInvestigation() {}

  /**
   * Runs it.
   *
   * @param arguments home folder; after which append to die, 0 for never; in which tool to die
   */
  public static void main(String[] arguments) {
    Path home = Path.of(arguments[0]);
    int haltAfter = Integer.parseInt(arguments[1]);
    String haltIn = arguments[2];
    run(home, haltAfter, haltIn, Clock.systemUTC());
  }

  static Investigation run(Path home, int haltAfter, String haltIn, Clock clock) {
    try (AgentRuntime runtime =
        new AgentRuntime(
            TestingRuntimes.settings(home, Map.of()),
            () ->
                Science.of(
                    TestingTools.catalogue(
                        home.resolve("traces"), "found", tool -> haltIf(tool.equals(haltIn)))),
            () -> new TestingChatModel(SCRIPT),
            clock,
            journal -> new HaltingJournal(journal, haltAfter))) {
      return toTheEnd(runtime.investigations());
    }
  }

  private static Investigation toTheEnd(Investigations all) {
    Investigation state = all.list().isEmpty() ? all.ask("What is it?", "Ada") : all.list().get(0);
    while (!state.state().terminal()) {
      state = all.drive(state.id(), LoopListener.NONE);
      for (Gate gate : state.openGates()) {
        all.answer(
            state.id(),
            new GateAnswer(
                gate.id(),
                gate.argumentsHash(),
                GateAnswer.Decision.APPROVE,
                "good",
                "Ada",
                Optional.empty()));
      }
    }
    return state;
  }

  static void haltIf(boolean now) {
    if (now) {
      Runtime.getRuntime().halt(HALTED);
    }
  }
}
