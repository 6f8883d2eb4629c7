package dev.athanor.models.hosting;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.athanor.models.ModelErrors;
import dev.athanor.models.ModelException;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Requests to a host, each with a time for the whole answer. What can pass by itself (no
 * connection, no answer in time, a server that is busy) is tried again after a pause that doubles;
 * asking twice does no harm, since nothing that a host does has effects.
 */
final class HostClient {
  private static final int MAX_ANSWER = 64 << 20;
  private static final long FIRST_PAUSE_MILLIS = 200;
  private static final long LONGEST_PAUSE_MILLIS = 5_000;

  private final HostSettings settings;
  private final HttpClient http;

  HostClient(HostSettings settings) {
    this.settings = settings;
    http =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(settings.connectTimeout())
            .build();
  }

  /** The answer to a GET. */
  ObjectNode get(String path) {
    return repeated(request(path).GET().build());
  }

  /** The answer to a POST. */
  ObjectNode post(String path, ObjectNode body) {
    return repeated(
        request(path)
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofByteArray(Tensors.bytes(body)))
            .build());
  }

  private HttpRequest.Builder request(String path) {
    String base = settings.address().toString().replaceAll("/+$", "");
    return HttpRequest.newBuilder(URI.create(base + path));
  }

  private ObjectNode repeated(HttpRequest request) {
    for (int attempt = 0; ; attempt++) {
      try {
        return once(request);
      } catch (IOException | TimeoutException e) {
        if (attempt >= settings.retries()) {
          throw new ModelException(
              ModelErrors.HOST_UNREACHABLE,
              String.format(
                  "the model host at %s gave no answer in %d attempts (%s); start it there with"
                      + " 'athanor host', or unset athanor.models.host to compute here",
                  settings.address(), attempt + 1, reason(e)),
              e);
        }
        pause(attempt);
      }
    }
  }

  private static String reason(Exception e) {
    if (e instanceof TimeoutException) {
      return "no answer in time";
    }
    String message = e.getMessage();
    return message == null || message.isBlank() ? e.getClass().getSimpleName() : message;
  }

  private static void pause(int attempt) {
    long longest = Math.min(LONGEST_PAUSE_MILLIS, FIRST_PAUSE_MILLIS << attempt);
    try {
      // by chance up to a half longer, so that many clients do not come back at one moment
      Thread.sleep(longest + ThreadLocalRandom.current().nextLong(longest / 2));
    } catch (InterruptedException e) {
      throw interrupted(e);
    }
  }

  private static ModelException interrupted(InterruptedException e) {
    Thread.currentThread().interrupt();
    return new ModelException(
        ModelErrors.HOST_UNREACHABLE, "interrupted while waiting for the model host", e);
  }

  /** One attempt; exceptions that are declared mean that another may help. */
  private ObjectNode once(HttpRequest request) throws IOException, TimeoutException {
    CompletableFuture<HttpResponse<byte[]>> answer =
        http.sendAsync(request, head -> new BoundedBody(MAX_ANSWER, HostClient::tooLarge));
    try {
      HttpResponse<byte[]> response =
          answer.get(settings.timeout().toMillis(), TimeUnit.MILLISECONDS);
      return checked(response);
    } catch (InterruptedException e) {
      answer.cancel(true);
      throw interrupted(e);
    } catch (TimeoutException e) {
      answer.cancel(true);
      throw e;
    } catch (ExecutionException e) {
      if (e.getCause() instanceof IOException problem) {
        throw problem;
      }
      throw refused(e.getCause() == null ? e : e.getCause());
    } catch (ProtocolException e) {
      throw refused(e);
    }
  }

  private static ProtocolException tooLarge() {
    return new ProtocolException(413, "the answer is larger than " + MAX_ANSWER + " bytes");
  }

  private ObjectNode checked(HttpResponse<byte[]> response) throws IOException {
    int status = response.statusCode();
    if (status == 429 || status == 502 || status == 503 || status == 504) {
      throw new IOException("status " + status);
    }
    ObjectNode body = Tensors.parse(response.body());
    if (status == 200) {
      return body;
    }
    Optional<ModelErrors> code =
        Arrays.stream(ModelErrors.values())
            .filter(known -> known.name().equals(body.path("code").asText("")))
            .findFirst();
    throw new ModelException(
        code.orElse(ModelErrors.HOST_REFUSED),
        body.path("error").asText("the model host answered with status " + status));
  }

  private ModelException refused(Throwable cause) {
    return new ModelException(
        ModelErrors.HOST_REFUSED,
        "what answers at "
            + settings.address()
            + " does not follow the Open Inference Protocol: "
            + cause.getMessage(),
        cause);
  }
}
