package dev.athanor.agent.rest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.athanor.agent.AgentErrors;
import dev.athanor.agent.AgentException;
import dev.athanor.agent.investigation.Investigation;
import dev.athanor.agent.runtime.AgentRuntime;
import dev.athanor.agent.runtime.GateAnswer;
import dev.athanor.agent.runtime.Investigations;
import dev.athanor.agent.runtime.ViewJson;
import io.smallrye.common.annotation.Blocking;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/**
 * Questions, approvals and answers. Nothing here waits for a tool: work goes on in the background.
 */
@Path("/api/investigations")
@Tag(name = "investigations")
@Produces(MediaType.APPLICATION_JSON)
@Blocking
public class InvestigationsResource {
  private static final String CONSOLE = "console";

  private final AgentRuntime runtime;

  /** Over this runtime. */
  @Inject
  public InvestigationsResource(AgentRuntime runtime) {
    this.runtime = runtime;
  }

  /** Begins an investigation. */
  @POST
  @Operation(summary = "Asks a question", description = "Body: {\"question\": text}")
  public Response ask(String body) {
    JsonNode request = Bodies.object(body);
    Investigation state =
        investigations()
            .ask(Bodies.text(request, "question"), Bodies.textOr(request, "by", CONSOLE));
    return Response.status(Response.Status.CREATED)
        .entity(goOn(state).toString())
        .header("Location", "/api/investigations/" + state.id())
        .build();
  }

  /** All investigations, newest first. */
  @GET
  @Operation(summary = "Lists the investigations, newest first")
  public String list() {
    ArrayNode rows = JsonNodeFactory.instance.arrayNode();
    investigations().list().forEach(state -> rows.add(ViewJson.summary(state)));
    return rows.toString();
  }

  /** One investigation. */
  @GET
  @Path("/{id}")
  @Operation(summary = "Everything about one investigation")
  public String view(@PathParam("id") String id) {
    return runtime.view(investigations().get(id)).toString();
  }

  /** Answers a gate. */
  @POST
  @Path("/{id}/approvals")
  @Operation(
      summary = "Approves or denies what a gate asks for",
      description =
          "Body: {\"gate\", \"arguments_hash\", \"decision\": APPROVE or DENY, \"reason\","
              + " \"approver\"}. 409 if the gate is not open, has expired, or asks for something"
              + " else than the hash says.")
  public String approve(@PathParam("id") String id, String body) {
    JsonNode request = Bodies.object(body);
    GateAnswer answer =
        new GateAnswer(
            Bodies.text(request, "gate"),
            Bodies.text(request, "arguments_hash"),
            decision(Bodies.text(request, "decision")),
            Bodies.textOr(request, "reason", ""),
            Bodies.text(request, "approver"),
            Optional.empty());
    return goOn(investigations().answer(id, answer)).toString();
  }

  private static GateAnswer.Decision decision(String word) {
    return switch (word) {
      case "APPROVE" -> GateAnswer.Decision.APPROVE;
      case "DENY" -> GateAnswer.Decision.DENY;
      default ->
          throw new AgentException(
              AgentErrors.BAD_REQUEST, "'" + word + "' is no decision", "say APPROVE or DENY");
    };
  }

  /** Adds to the question. */
  @POST
  @Path("/{id}/messages")
  @Operation(summary = "Says something more", description = "Body: {\"text\": text}")
  public String say(@PathParam("id") String id, String body) {
    JsonNode request = Bodies.object(body);
    Investigation state =
        investigations()
            .say(id, Bodies.text(request, "text"), Bodies.textOr(request, "by", CONSOLE));
    return goOn(state).toString();
  }

  /** Cancels. */
  @POST
  @Path("/{id}/cancel")
  @Operation(summary = "Cancels; a running call is told to stop")
  public String cancel(@PathParam("id") String id) {
    return runtime.view(investigations().cancel(id, CONSOLE, "cancelled by a person")).toString();
  }

  private JsonNode goOn(Investigation state) {
    investigations().driveInBackground(state.id());
    return runtime.view(state);
  }

  private Investigations investigations() {
    return runtime.investigations();
  }
}
