package dev.athanor.agent.rest;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.athanor.agent.planner.offline.OfflinePlanner;
import dev.athanor.agent.runtime.AgentRuntime;
import dev.athanor.agent.settings.PlannerKind;
import dev.athanor.agent.settings.PlannerSettings;
import io.smallrye.common.annotation.Blocking;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Who plans, with which model, knowing what. */
@Path("/api/status")
@Tag(name = "about")
@Produces(MediaType.APPLICATION_JSON)
@Blocking
public class StatusResource {
  private final AgentRuntime runtime;

  /** Over this runtime. */
  @Inject
  public StatusResource(AgentRuntime runtime) {
    this.runtime = runtime;
  }

  /** The state of the installation. */
  @GET
  @Operation(summary = "Who plans, with which model, knowing what; and questions that work")
  public String status() {
    ObjectNode node = JsonNodeFactory.instance.objectNode();
    node.set("planner", planner(runtime.settings().planner()));
    node.setAll(runtime.science());
    OfflinePlanner.examples().forEach(example -> node.withArray("examples").add(example));
    return node.toString();
  }

  private static ObjectNode planner(PlannerSettings settings) {
    ObjectNode node = JsonNodeFactory.instance.objectNode();
    node.put("kind", settings.kind().name().toLowerCase(Locale.ROOT));
    node.put("model", settings.model().orElse(null));
    node.put(
        "note",
        settings.kind() == PlannerKind.OFFLINE
            ? "fixed rules, no language model; set athanor.planner to use one"
            : "a language model chooses the tools; people approve");
    return node;
  }
}
