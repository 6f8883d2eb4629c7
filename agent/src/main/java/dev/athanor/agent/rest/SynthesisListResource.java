package dev.athanor.agent.rest;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.athanor.agent.AgentErrors;
import dev.athanor.agent.AgentException;
import dev.athanor.agent.export.ExportException;
import dev.athanor.agent.export.ExportFormat;
import dev.athanor.agent.export.SynthesisListExport;
import dev.athanor.agent.runtime.AgentRuntime;
import io.smallrye.common.annotation.Blocking;
import jakarta.inject.Inject;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Downloads of the synthesis list. */
@Path("/api/investigations/{id}/synthesis-list")
@Tag(name = "synthesis lists")
@Blocking
public class SynthesisListResource {
  private final AgentRuntime runtime;

  /** Over this runtime. */
  @Inject
  public SynthesisListResource(AgentRuntime runtime) {
    this.runtime = runtime;
  }

  /** The list in one of the formats. */
  @GET
  @Operation(summary = "The synthesis list as json, csv, xlsx, zip of CIF files, or html")
  public Response download(
      @PathParam("id") String id, @QueryParam("format") @DefaultValue("json") String format) {
    ObjectNode view = runtime.view(runtime.investigations().get(id));
    ExportFormat form =
        ExportFormat.of(format)
            .orElseThrow(
                () ->
                    new AgentException(
                        AgentErrors.BAD_REQUEST,
                        "there is no format of that name",
                        "use json, csv, xlsx, zip or html"));
    if (view.path("synthesis_list").isNull()) {
      throw new AgentException(
          AgentErrors.NOT_FOUND,
          "the investigation has no synthesis list",
          "wait until one is drafted");
    }
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      new SynthesisListExport(runtime.artifacts()).export(view, form, out);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (ExportException e) {
      throw new AgentException(
          AgentErrors.NOT_FOUND, String.valueOf(e.getMessage()), e.whatToDo(), e);
    }
    String disposition = form == ExportFormat.HTML ? "inline" : "attachment";
    return Response.ok(out.toByteArray())
        .type(form.mediaType())
        .header(
            "Content-Disposition",
            disposition + "; filename=\"" + SynthesisListExport.fileName(view, form) + "\"")
        .build();
  }
}
