package dev.athanor.agent.rest;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.athanor.agent.investigation.Call;
import dev.athanor.agent.investigation.CallStatus;
import dev.athanor.agent.investigation.Investigation;
import dev.athanor.agent.investigation.JournalEntry;
import dev.athanor.agent.json.AgentJson;
import dev.athanor.agent.loop.LoopListener;
import dev.athanor.agent.runtime.Investigations;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What one listener has not been told yet. Looks into the journal, whoever writes it. */
final class EventStream {
  private static final long HEARTBEAT_NANOS = 15_000_000_000L;

  private final Investigations investigations;
  private final String id;
  private final Sse sse;
  private long told;
  private Optional<LoopListener.Progress> progress = Optional.empty();
  private long lastSent = System.nanoTime();

  EventStream(Investigations investigations, String id, long after, Sse sse) {
    this.investigations = investigations;
    this.id = id;
    this.told = after;
    this.sse = sse;
  }

  synchronized List<OutboundSseEvent> next() {
    List<OutboundSseEvent> events = new ArrayList<>();
    Investigation state = investigations.get(id);
    if (state.head() > told) {
      for (JournalEntry entry : investigations.events(id, told)) {
        events.add(event(entry));
        told = entry.sequence();
      }
    }
    progress(state).ifPresent(events::add);
    if (events.isEmpty() && System.nanoTime() - lastSent > HEARTBEAT_NANOS) {
      events.add(sse.newEventBuilder().comment("still here").build());
    }
    if (!events.isEmpty()) {
      lastSent = System.nanoTime();
    }
    return events;
  }

  private OutboundSseEvent event(JournalEntry entry) {
    return sse.newEventBuilder()
        .id(Long.toString(entry.sequence()))
        .name(entry.event().type())
        .data(String.class, entry.json().toString())
        .build();
  }

  private Optional<OutboundSseEvent> progress(Investigation state) {
    Optional<Call> running =
        state.calls().stream().filter(call -> call.status() == CallStatus.RUNNING).findFirst();
    Optional<LoopListener.Progress> now =
        running.flatMap(call -> investigations.progress(id, call.id()));
    if (now.isEmpty() || now.equals(progress)) {
      return Optional.empty();
    }
    progress = now;
    ObjectNode data = (ObjectNode) AgentJson.tree(now.get());
    data.put("call", running.get().id());
    return Optional.of(
        sse.newEventBuilder().name("progress").data(String.class, data.toString()).build());
  }
}
