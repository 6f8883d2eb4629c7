package dev.athanor.agent.rest;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.athanor.agent.AgentErrors;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.core.Response;

/** Errors as problem+json (RFC 9457), with the code that logs and exit texts show too. */
final class Problem {
  /** The media type. */
  static final String MEDIA_TYPE = "application/problem+json";

  private Problem() {}

  static Response of(int status, String code, String detail, String whatToDo, boolean retryHelps) {
    return Response.status(status)
        .type(MEDIA_TYPE)
        .entity(json(status, code, detail, whatToDo, retryHelps).toString())
        .build();
  }

  /** Ends a request before it reaches a resource. */
  static void end(
      RoutingContext context, int status, AgentErrors code, String detail, String whatToDo) {
    context
        .response()
        .setStatusCode(status)
        .putHeader("Content-Type", MEDIA_TYPE)
        .end(json(status, code.name(), detail, whatToDo, code.retryHelps()).toString())
        .onFailure(context::fail);
  }

  private static ObjectNode json(
      int status, String code, String detail, String whatToDo, boolean retryHelps) {
    ObjectNode node = JsonNodeFactory.instance.objectNode();
    node.put("type", "urn:athanor:problem:" + code.toLowerCase(java.util.Locale.ROOT));
    node.put("title", title(status));
    node.put("status", status);
    node.put("detail", detail);
    node.put("code", code);
    node.put("what_to_do", whatToDo);
    node.put("retry_helps", retryHelps);
    return node;
  }

  private static String title(int status) {
    Response.Status known = Response.Status.fromStatusCode(status);
    return known == null ? "Error" : known.getReasonPhrase();
  }
}
