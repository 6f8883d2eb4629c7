package dev.athanor.agent.rest;

import dev.athanor.agent.AgentErrors;
import dev.athanor.agent.AgentException;
import dev.athanor.agent.export.PrivacyPage;
import dev.athanor.agent.export.ReleasedFiles;
import dev.athanor.agent.runtime.AgentRuntime;
import dev.athanor.tools.transcription.PrivacyReport;
import io.smallrye.common.annotation.Blocking;
import jakarta.inject.Inject;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Models that were released of private data sets, by the content address of their reports. */
@Path("/api/privacy-reports")
@Tag(name = "files")
@Blocking
public class PrivacyReportsResource {
  private final AgentRuntime runtime;

  /** Over this runtime. */
  @Inject
  public PrivacyReportsResource(AgentRuntime runtime) {
    this.runtime = runtime;
  }

  /** One report. */
  @GET
  @Path("/{address}")
  @Operation(summary = "A report on privacy as json, or as a page to read (html)")
  public Response report(
      @PathParam("address") String address,
      @QueryParam("format") @DefaultValue("json") String format) {
    PrivacyReport report = PrivacyReport.load(address, runtime.artifacts());
    return switch (format) {
      case "json" -> Response.ok(report.bytes(), MediaType.APPLICATION_JSON).build();
      case "html" ->
          Response.ok(PrivacyPage.of(report), MediaType.TEXT_HTML_TYPE.withCharset("utf-8"))
              .build();
      default ->
          throw new AgentException(
              AgentErrors.BAD_REQUEST, "there is no format of that name", "use json or html");
    };
  }

  /** The model of a report. */
  @GET
  @Path("/{address}/model")
  @Operation(summary = "The model that a report is on, a file for 'athanor predict --model'")
  public Response model(@PathParam("address") String address) {
    PrivacyReport report = PrivacyReport.load(address, runtime.artifacts());
    return Response.ok(report.modelFile(runtime.artifacts()), "application/zip")
        .header(
            "Content-Disposition",
            "attachment; filename=\"" + ReleasedFiles.modelName(report) + "\"")
        .build();
  }
}
