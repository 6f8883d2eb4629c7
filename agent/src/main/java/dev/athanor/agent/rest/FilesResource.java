package dev.athanor.agent.rest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.athanor.agent.AgentErrors;
import dev.athanor.agent.AgentException;
import dev.athanor.agent.runtime.AgentRuntime;
import dev.athanor.tools.ArtifactStore;
import dev.athanor.tools.ToolContext;
import io.smallrye.common.annotation.Blocking;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Uploads of structure files: kept by content, and read at once to say what is in them. */
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
      summary = "Uploads a structure file",
      description = "Raw body, at most 16 MiB; the name's ending tells the format.")
  public String upload(@QueryParam("name") @DefaultValue("") String name, byte[] content) {
    if (content.length == 0 || content.length > LARGEST) {
      throw new AgentException(
          content.length == 0 ? AgentErrors.BAD_REQUEST : AgentErrors.TOO_LARGE,
          "a file has 1 to " + LARGEST + " bytes",
          "send the file itself as the body of the request");
    }
    String plain = plain(name);
    String address = runtime.artifacts().put(content);
    ObjectNode request = JsonNodeFactory.instance.objectNode().put("file", address);
    if (!plain.isEmpty()) {
      request.put("name", plain);
    }
    JsonNode read =
        runtime.catalogue().run("read_structure", request, new UploadContext(runtime.artifacts()));
    ObjectNode answer = JsonNodeFactory.instance.objectNode();
    answer.put("file", address);
    answer.put("name", plain);
    answer.set("crystals", read.path("crystals"));
    answer.set("rejected", read.path("rejected"));
    answer.set("omitted", read.path("omitted"));
    return answer.toString();
  }

  /** The last part of a name, without anything that could be a path or break a line. */
  private static String plain(String name) {
    String last = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
    String clean = last.replaceAll("\\p{Cntrl}", "").strip();
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
