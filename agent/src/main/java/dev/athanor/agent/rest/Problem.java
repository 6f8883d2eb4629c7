package dev.athanor.agent.rest;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
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

  static ObjectNode json(
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
