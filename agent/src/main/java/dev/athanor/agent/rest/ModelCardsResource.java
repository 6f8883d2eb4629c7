package dev.athanor.agent.rest;

import dev.athanor.agent.AgentErrors;
import dev.athanor.agent.AgentException;
import dev.athanor.agent.json.AgentJson;
import dev.athanor.models.ModelException;
import dev.athanor.models.cards.ModelCard;
import dev.athanor.models.cards.ModelCards;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The cards of the shipped models, and the charts that lie beside them. */
@Path("/api/models/{model}")
@Tag(name = "models")
@Blocking
public class ModelCardsResource {
  private static final Pattern NAME = Pattern.compile("[a-z0-9-]{1,60}");

  /** A picture in a page of its own runs nothing and loads nothing. */
  private static final String PICTURE_ONLY = "default-src 'none'; style-src 'unsafe-inline'";

  /** What a model is, what it was fitted on, what was measured, and where it goes wrong. */
  @GET
  @Path("/card")
  @Produces(MediaType.APPLICATION_JSON)
  @Operation(summary = "The card of a shipped model: data, splits, figures, known failures")
  public String card(@PathParam("model") String model) {
    return AgentJson.tree(shipped(model)).toString();
  }

  /** A chart that the card names. */
  @GET
  @Path("/charts/{chart}")
  @Produces("image/svg+xml")
  @Operation(summary = "A chart that the card of a model names, as SVG")
  public Response chart(@PathParam("model") String model, @PathParam("chart") String chart) {
    return ModelCards.chart(shipped(model), chart)
        .map(svg -> Response.ok(svg).header("Content-Security-Policy", PICTURE_ONLY).build())
        .orElseThrow(() -> missing("its card names no chart '" + shown(chart) + "'"));
  }

  private static ModelCard shipped(String model) {
    if (!NAME.matcher(model).matches()) {
      throw missing("no model is called '" + shown(model) + "'");
    }
    try {
      return ModelCards.shipped(model);
    } catch (ModelException e) {
      throw missing("no model is called '" + model + "'");
    }
  }

  private static String shown(String name) {
    String safe = name.replaceAll("[^A-Za-z0-9._-]", "?");
    return safe.length() <= 60 ? safe : safe.substring(0, 60) + "...";
  }

  private static AgentException missing(String what) {
    return new AgentException(AgentErrors.NOT_FOUND, what, "look at docs/models.md for the models");
  }
}
