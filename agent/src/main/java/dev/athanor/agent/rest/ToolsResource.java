package dev.athanor.agent.rest;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.athanor.agent.runtime.AgentRuntime;
import dev.athanor.tools.Tool;
import dev.athanor.tools.ToolDescription;
import io.smallrye.common.annotation.Blocking;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What the agent can do. */
@Path("/api/tools")
@Tag(name = "about")
@Produces(MediaType.APPLICATION_JSON)
@Blocking
public class ToolsResource {
  private final AgentRuntime runtime;

  /** Over this runtime. */
  @Inject
  public ToolsResource(AgentRuntime runtime) {
    this.runtime = runtime;
  }

  /** Every tool with its description and its schemas. */
  @GET
  @Operation(summary = "Every tool with its description and its schemas")
  public String list() {
    ArrayNode rows = JsonNodeFactory.instance.arrayNode();
    for (Tool<?, ?> tool : runtime.catalogue().tools()) {
      ToolDescription words = tool.description();
      ObjectNode row = rows.addObject();
      row.put("name", words.name());
      row.put("effect", tool.effect().name());
      row.put("what", words.what());
      row.put("when_to_use", words.whenToUse());
      row.put("inputs", words.inputs());
      row.put("outputs", words.outputs());
      row.put("limits", words.limits());
      row.put("cost", words.cost());
      row.put("time_limit", tool.timeLimit().toString());
      row.set("request_schema", runtime.catalogue().requestSchema(tool));
      row.set("result_schema", runtime.catalogue().resultSchema(tool));
    }
    return rows.toString();
  }
}
