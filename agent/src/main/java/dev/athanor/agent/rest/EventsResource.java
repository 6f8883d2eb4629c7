package dev.athanor.agent.rest;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.athanor.agent.investigation.Investigation;
import dev.athanor.agent.runtime.AgentRuntime;
import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.inject.Inject;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import java.time.Duration;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** The journal of an investigation: as a list, or as a stream that replays and then goes on. */
@Path("/api/investigations/{id}/events")
@Tag(name = "investigations")
public class EventsResource {
  private static final Duration LOOK = Duration.ofMillis(300);

  private final AgentRuntime runtime;

  /** Over this runtime. */
  @Inject
  public EventsResource(AgentRuntime runtime) {
    this.runtime = runtime;
  }

  /** The entries after a sequence number. */
  @GET
  @Produces(MediaType.APPLICATION_JSON)
  @Blocking
  @Operation(summary = "The journal after a sequence number")
  public String list(
      @PathParam("id") String id, @QueryParam("after") @DefaultValue("0") long after) {
    ArrayNode rows = JsonNodeFactory.instance.arrayNode();
    runtime.investigations().events(id, after).forEach(entry -> rows.add(entry.json()));
    return rows.toString();
  }

  /** The same as a live stream. */
  @GET
  @Produces(MediaType.SERVER_SENT_EVENTS)
  @Blocking
  @Operation(
      summary = "The journal as server-sent events, replayed and then live",
      description = "Event ids are sequence numbers; Last-Event-ID or ?after= says where to go on.")
  public Multi<OutboundSseEvent> stream(
      @PathParam("id") String id,
      @QueryParam("after") @DefaultValue("0") long after,
      @HeaderParam("Last-Event-ID") @Nullable String lastEventId,
      @Context Sse sse) {
    Investigation state = runtime.investigations().get(id);
    long start = Math.max(after, sequence(Optional.ofNullable(lastEventId)));
    EventStream stream = new EventStream(runtime.investigations(), state.id(), start, sse);
    return Multi.createFrom()
        .ticks()
        .every(LOOK)
        .onOverflow()
        .drop()
        .emitOn(Infrastructure.getDefaultWorkerPool())
        .onItem()
        .transformToMultiAndConcatenate(tick -> Multi.createFrom().iterable(stream.next()));
  }

  private static long sequence(Optional<String> header) {
    return header.filter(text -> text.matches("\\d{1,15}")).map(Long::parseLong).orElse(0L);
  }
}
