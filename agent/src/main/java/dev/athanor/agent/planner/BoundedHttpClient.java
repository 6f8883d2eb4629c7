package dev.athanor.agent.planner;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.athanor.agent.AgentErrors;
import dev.athanor.agent.AgentException;
import dev.athanor.agent.json.AgentJson;
import dev.athanor.models.hosting.BoundedBody;
import dev.langchain4j.exception.HttpException;
import dev.langchain4j.http.client.HttpClient;
import dev.langchain4j.http.client.HttpRequest;
import dev.langchain4j.http.client.SuccessfulHttpResponse;
import dev.langchain4j.http.client.sse.ServerSentEventListener;
import dev.langchain4j.http.client.sse.ServerSentEventParser;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * HTTP to a language model's server: the whole reply within a time and a size, repeated after what
 * the server asks for when it is busy, and after a moment when a reply was cut.
 */
final class BoundedHttpClient implements HttpClient {
  private static final int TOO_MANY = 429;
  private static final int FIRST_SERVER_ERROR = 500;
  private static final int LONGEST_ERROR = 400;
  private static final Duration FIRST_WAIT = Duration.ofMillis(500);

  private final HttpBounds bounds;
  private final Duration timeout;
  private final Sleeper sleeper;
  private final java.net.http.HttpClient client;

  BoundedHttpClient(HttpBounds bounds, Duration connectTimeout, Duration timeout, Sleeper sleeper) {
    this.bounds = bounds;
    this.timeout = timeout;
    this.sleeper = sleeper;
    this.client =
        java.net.http.HttpClient.newBuilder()
            .connectTimeout(connectTimeout)
            .version(java.net.http.HttpClient.Version.HTTP_1_1)
            .followRedirects(java.net.http.HttpClient.Redirect.NEVER)
            .build();
  }

  /** Waits. */
  @FunctionalInterface
  interface Sleeper {
    void sleep(Duration time) throws InterruptedException;
  }

  /** What came of one attempt. */
  private sealed interface Outcome {
    record Done(SuccessfulHttpResponse response) implements Outcome {}

    record Again(RuntimeException failure, Optional<Duration> after) implements Outcome {}
  }

  @Override
  public SuccessfulHttpResponse execute(HttpRequest request) {
    Duration wait = FIRST_WAIT;
    for (int attempt = 0; ; attempt++) {
      Outcome outcome = attempt(request);
      if (outcome instanceof Outcome.Done done) {
        return done.response();
      }
      if (outcome instanceof Outcome.Again again) {
        Duration asked = again.after().orElse(wait);
        if (attempt >= bounds.retries() || asked.compareTo(bounds.maxWait()) > 0) {
          throw again.failure();
        }
        pause(asked);
        wait = wait.multipliedBy(2);
      }
    }
  }

  private void pause(Duration time) {
    try {
      sleeper.sleep(time);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw unavailable("interrupted while waiting", e);
    }
  }

  private Outcome attempt(HttpRequest request) {
    try {
      CompletableFuture<HttpResponse<byte[]>> sent =
          client.sendAsync(
              convert(request), info -> new BoundedBody(bounds.maxReply(), this::tooLarge));
      try {
        return judged(sent.get(timeout.toMillis(), TimeUnit.MILLISECONDS));
      } finally {
        sent.cancel(true);
      }
    } catch (TimeoutException e) {
      throw because(
          e,
          new AgentException(
              AgentErrors.PLANNER_TIMEOUT,
              "the language model took longer than " + timeout.toSeconds() + " s",
              "raise athanor.planner.timeout or choose a faster model"));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw unavailable("interrupted while the language model replied", e);
    } catch (ExecutionException e) {
      return failed(e.getCause() == null ? e : e.getCause());
    }
  }

  private AgentException tooLarge() {
    return new AgentException(
        AgentErrors.PLANNER_REPLY_TOO_LARGE,
        "the language model's reply is larger than " + bounds.maxReply() + " bytes",
        "ask a simpler question, or raise athanor.planner.max-reply");
  }

  private static Outcome failed(Throwable cause) {
    for (Throwable step = cause; step != null; step = step.getCause()) {
      if (step instanceof AgentException known) {
        throw known;
      }
    }
    if (cause instanceof java.net.http.HttpConnectTimeoutException
        || cause instanceof java.net.ConnectException) {
      return new Outcome.Again(
          unavailable("the language model's server cannot be reached", cause), Optional.empty());
    }
    if (cause instanceof IOException) {
      return new Outcome.Again(broken(cause), Optional.empty());
    }
    throw unavailable("the language model's server cannot be used", cause);
  }

  private static Outcome judged(HttpResponse<byte[]> response) {
    String body = new String(response.body(), StandardCharsets.UTF_8);
    int status = response.statusCode();
    if (status == TOO_MANY || status >= FIRST_SERVER_ERROR) {
      Optional<Duration> wait =
          response
              .headers()
              .firstValue("retry-after")
              .flatMap(value -> RetryAfter.parse(value, Instant.now()));
      String what =
          status == TOO_MANY
              ? "the language model's server is busy"
              : "the language model's server reports a fault (HTTP " + status + ")";
      return new Outcome.Again(unavailable(what, new HttpException(status, shortened(body))), wait);
    }
    if (status < 200 || status >= 300) {
      throw new HttpException(status, shortened(body));
    }
    try {
      AgentJson.mapper().readTree(body);
    } catch (JsonProcessingException e) {
      return new Outcome.Again(broken(e), Optional.empty());
    }
    return new Outcome.Done(
        SuccessfulHttpResponse.builder()
            .statusCode(status)
            .headers(response.headers().map())
            .body(body)
            .build());
  }

  private static String shortened(String body) {
    return body.length() <= LONGEST_ERROR ? body : body.substring(0, LONGEST_ERROR);
  }

  private static AgentException broken(Throwable cause) {
    return because(
        cause,
        new AgentException(
            AgentErrors.PLANNER_REPLY_BROKEN,
            "the language model's reply was cut or is no JSON",
            "try again; if it stays so, look at the model's server"));
  }

  /** Kept beside, not as the cause: LangChain4j replaces an exception by what lies at its root. */
  private static AgentException because(Throwable cause, AgentException failure) {
    failure.addSuppressed(cause);
    return failure;
  }

  private static AgentException unavailable(String what, Throwable cause) {
    return because(
        cause,
        new AgentException(
            AgentErrors.PLANNER_UNAVAILABLE,
            what,
            "check athanor.planner.base-url and that the server runs, or set"
                + " athanor.planner=offline"));
  }

  private java.net.http.HttpRequest convert(HttpRequest request) {
    java.net.http.HttpRequest.Builder builder =
        java.net.http.HttpRequest.newBuilder(URI.create(request.url())).timeout(timeout);
    request
        .headers()
        .forEach((name, values) -> values.forEach(value -> builder.header(name, value)));
    Optional<String> body = Optional.ofNullable(request.body());
    builder.method(
        request.method().name(),
        body.map(java.net.http.HttpRequest.BodyPublishers::ofString)
            .orElseGet(java.net.http.HttpRequest.BodyPublishers::noBody));
    return builder.build();
  }

  @Override
  public void execute(
      HttpRequest request, ServerSentEventParser parser, ServerSentEventListener listener) {
    throw new UnsupportedOperationException("the planner does not stream");
  }
}
