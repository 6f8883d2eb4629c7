package dev.athanor.agent.rest;

import dev.athanor.agent.runtime.AgentRuntime;
import dev.athanor.tools.elucidation.SpectralReport;
import io.smallrye.common.annotation.Blocking;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Reports on spectra by content address. */
@Path("/api/spectral-reports")
@Tag(name = "files")
@Blocking
public class SpectralReportsResource {
  private final AgentRuntime runtime;

  /** Over this runtime. */
  @Inject
  public SpectralReportsResource(AgentRuntime runtime) {
    this.runtime = runtime;
  }

  /** One report. */
  @GET
  @Path("/{address}")
  @Produces(MediaType.APPLICATION_JSON)
  @Operation(summary = "Spectra and the molecules compared with them, as curves and structures")
  public byte[] report(@PathParam("address") String address) {
    return SpectralReport.load(address, runtime.artifacts()).bytes();
  }
}
