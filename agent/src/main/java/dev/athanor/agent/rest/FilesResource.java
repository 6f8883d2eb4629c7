package dev.athanor.agent.rest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.athanor.agent.AgentErrors;
import dev.athanor.agent.AgentException;
import dev.athanor.agent.runtime.AgentRuntime;
import dev.athanor.tools.ArtifactStore;
import dev.athanor.tools.ToolContext;
import dev.athanor.tools.candidate.Rejection;
import dev.athanor.tools.candidate.Rows;
import dev.athanor.tools.elucidation.SpectraText;
import dev.athanor.tools.elucidation.UnknownMolecule;
import io.smallrye.common.annotation.Blocking;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Uploads of structures and spectra: kept by content, and read at once to say what is in them. */
@Path("/api/files")
@Tag(name = "files")
@Blocking
public class FilesResource {
  private static final int LARGEST = 16 << 20;
  private static final int LONGEST_NAME = 255;

  private final AgentRuntime runtime;

  /** Over this runtime. */
  @Inject
  public FilesResource(AgentRuntime runtime) {
    this.runtime = runtime;
  }

  /** Keeps a file and says what is in it. */
  @POST
  @Consumes(MediaType.WILDCARD)
  @Produces(MediaType.APPLICATION_JSON)
  @Operation(
      summary = "Uploads a file of structures or of spectra",
      description =
          "Raw body, at most 16 MiB; the name's ending tells the format. A file in which nothing"
              + " can be read is refused and not kept.")
  public String upload(@QueryParam("name") @DefaultValue("") String name, byte[] content) {
    if (content.length == 0 || content.length > LARGEST) {
      throw new AgentException(
          content.length == 0 ? AgentErrors.BAD_REQUEST : AgentErrors.TOO_LARGE,
          "a file has 1 to " + LARGEST + " bytes",
          "send the file itself as the body of the request");
    }
    String plain = plain(name);
    StagedArtifacts staged = new StagedArtifacts(runtime.artifacts());
    String address = staged.put(content);
    ObjectNode answer = JsonNodeFactory.instance.objectNode();
    answer.put("file", address);
    answer.put("name", plain);
    if (SpectraText.areSpectra(content, plain)) {
      answer.setAll(spectra(content, plain));
    } else {
      answer.setAll(crystals(address, plain, staged));
    }
    staged.keep();
    return answer.toString();
  }

  private ObjectNode crystals(String address, String plain, ArtifactStore staged) {
    ObjectNode request = JsonNodeFactory.instance.objectNode().put("file", address);
    if (!plain.isEmpty()) {
      request.put("name", plain);
    }
    JsonNode read = runtime.catalogue().run("read_structure", request, new UploadContext(staged));
    ObjectNode answer = JsonNodeFactory.instance.objectNode();
    answer.set("crystals", read.path("crystals"));
    answer.set("rejected", read.path("rejected"));
    answer.set("omitted", read.path("omitted"));
    return answer;
  }

  private static ObjectNode spectra(byte[] content, String plain) {
    SpectraText text = SpectraText.read(content, Optional.of(plain), Rows.SHOWN).requireEntry();
    ObjectNode answer = JsonNodeFactory.instance.objectNode();
    answer.putArray("crystals");
    ArrayNode spectra = answer.putArray("spectra");
    for (UnknownMolecule entry : text.entries()) {
      ObjectNode one = spectra.addObject().put("id", entry.id());
      entry.modalities().forEach(one.putArray("modalities")::add);
      one.put("formula", entry.formula().orElse(null));
      one.put("outside", entry.outside().orElse(null));
    }
    ArrayNode rejected = answer.putArray("rejected");
    for (Rejection row : text.rejected()) {
      rejected
          .addObject()
          .put("id", row.crystal())
          .put("code", row.code())
          .put("reason", row.reason());
    }
    return answer.put("omitted", text.omitted());
  }

  /** The last part of a name, without anything that could be a path, break or turn a line. */
  private static String plain(String name) {
    String last = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
    String clean = last.replaceAll("[\\p{C}\\p{Zl}\\p{Zp}]", "").strip();
    return clean.length() <= LONGEST_NAME ? clean : clean.substring(clean.length() - LONGEST_NAME);
  }

  private record UploadContext(ArtifactStore artifacts) implements ToolContext {
    @Override
    public String callId() {
      return "upload";
    }

    @Override
    public void progress(long done, long total, String message) {
      // An upload is read within a second; nobody watches it.
    }

    @Override
    public void checkCancelled() {
      if (Thread.currentThread().isInterrupted()) {
        throw new AgentException(
            AgentErrors.WRONG_STATE, "the upload was broken off", "send the file again");
      }
    }
  }
}
