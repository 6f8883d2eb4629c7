package dev.athanor.agent.rest;

import dev.athanor.agent.AgentErrors;
import dev.athanor.agent.AgentException;
import dev.athanor.agent.export.CrystalArchive;
import dev.athanor.agent.runtime.AgentRuntime;
import dev.athanor.matter.crystal.CrystalRecord;
import dev.athanor.matter.format.CrystalJsonLines;
import io.smallrye.common.annotation.Blocking;
import jakarta.inject.Inject;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.nio.charset.StandardCharsets;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Crystals by content address. */
@Path("/api/crystals")
@Tag(name = "files")
@Blocking
public class CrystalsResource {
  private final AgentRuntime runtime;

  /** Over this runtime. */
  @Inject
  public CrystalsResource(AgentRuntime runtime) {
    this.runtime = runtime;
  }

  /** One crystal. */
  @GET
  @Path("/{address}")
  @Operation(summary = "A crystal as json or cif")
  public Response crystal(
      @PathParam("address") String address,
      @QueryParam("format") @DefaultValue("json") String format) {
    String line =
        runtime
            .artifacts()
            .get(address)
            .map(bytes -> new String(bytes, StandardCharsets.UTF_8))
            .orElseThrow(
                () ->
                    new AgentException(
                        AgentErrors.NOT_FOUND,
                        "no crystal is kept there",
                        "use an address from a candidate or an uploaded file"));
    CrystalRecord entry = CrystalJsonLines.parse(line);
    return switch (format) {
      case "json" ->
          Response.ok(CrystalJsonLines.format(entry), MediaType.APPLICATION_JSON).build();
      case "cif" -> cif(address);
      default ->
          throw new AgentException(
              AgentErrors.BAD_REQUEST, "there is no format of that name", "use json or cif");
    };
  }

  private Response cif(String address) {
    CrystalArchive.CifFile file = new CrystalArchive(runtime.artifacts()).cif(1, address);
    return Response.ok(file.content(), "chemical/x-cif")
        .header("Content-Disposition", "attachment; filename=\"" + file.name() + "\"")
        .build();
  }
}
