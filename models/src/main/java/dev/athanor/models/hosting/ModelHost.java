package dev.athanor.models.hosting;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.athanor.models.elements.AtomicModel;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Serves an atomic model over HTTP in the Open Inference Protocol, version 2: {@code v2}, {@code
 * v2/health/live}, {@code v2/health/ready}, {@code v2/models/NAME[/versions/VERSION]}, {@code
 * .../ready} and {@code .../infer}.
 *
 * <p>Requests are bounded in size, number and time. There is no authentication: listen on the
 * loopback address, or behind something that has it. While it listens on the loopback address it
 * answers to the names of that address only, and never to a web page, so that no page in a browser
 * can use it.
 */
public final class ModelHost implements AutoCloseable {
  private static final Logger LOGGER = Logger.getLogger(ModelHost.class.getName());
  private static final int MORE_THREADS = 12;
  private static final int BACKLOG = 64;
  private static final Set<String> LOOPBACK_NAMES = Set.of("127.0.0.1", "localhost", "[::1]");

  private final HttpServer server;
  private final ExecutorService threads;
  private final HostAnswers answers;
  private final HostLimits limits;
  private final Semaphore free;

  private ModelHost(AtomicModel model, String digest, InetSocketAddress address, HostLimits limits)
      throws IOException {
    this.limits = limits;
    answers = new HostAnswers(model, digest, limits);
    free = new Semaphore(limits.maxAtOnce());
    String patience = Long.toString(limits.patience().toSeconds());
    // read once by the first server of a process; seconds until a slow client is cut off
    System.setProperty("sun.net.httpserver.maxReqTime", patience);
    System.setProperty("sun.net.httpserver.maxRspTime", patience);
    server = HttpServer.create(address, BACKLOG);
    threads =
        new ThreadPoolExecutor(
            limits.maxAtOnce() + MORE_THREADS,
            limits.maxAtOnce() + MORE_THREADS,
            1,
            TimeUnit.MINUTES,
            new LinkedBlockingQueue<>(BACKLOG));
    server.setExecutor(threads);
    server.createContext("/", this::handle);
  }

  /**
   * Serves a model from now on; closing the host leaves the model open.
   *
   * @param digest of its weights, 64 hex digits
   * @param address where to listen; port 0 for any that is free
   * @throws IOException where the address is taken or not of this machine
   */
  public static ModelHost start(
      AtomicModel model, String digest, InetSocketAddress address, HostLimits limits)
      throws IOException {
    if (!digest.matches("[0-9a-f]{64}")) {
      throw new IllegalArgumentException("a digest has 64 hex digits");
    }
    ModelHost host = new ModelHost(model, digest, address, limits);
    host.server.start();
    return host;
  }

  /** Where it listens. */
  public URI address() {
    String name = server.getAddress().getAddress().getHostAddress();
    String host = name.contains(":") ? "[" + name + "]" : name;
    return URI.create("http://" + host + ":" + server.getAddress().getPort());
  }

  private void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      int status = 200;
      ObjectNode body;
      try {
        body = answer(exchange);
      } catch (ProtocolException e) {
        status = e.status();
        body = Tensors.object().put("error", e.getMessage());
        if (e.code().isPresent()) {
          body.put("code", e.code().get().name());
        }
      } catch (RuntimeException e) {
        LOGGER.log(Level.WARNING, "a request failed", e);
        status = 500;
        body = Tensors.object().put("error", "internal error");
      }
      send(exchange, status, Tensors.bytes(body));
    }
  }

  private static void send(HttpExchange exchange, int status, byte[] body) throws IOException {
    exchange.getResponseHeaders().set("Content-Type", "application/json");
    exchange.sendResponseHeaders(status, body.length);
    try (OutputStream out = exchange.getResponseBody()) {
      out.write(body);
    }
  }

  private ObjectNode answer(HttpExchange exchange) throws IOException {
    guard(exchange);
    String path = exchange.getRequestURI().getPath();
    List<String> parts =
        Arrays.stream(path.split("/", -1)).filter(part -> !part.isEmpty()).toList();
    if (parts.isEmpty() || !parts.get(0).equals("v2")) {
      throw nothingThere();
    }
    if (parts.size() == 1) {
      method(exchange, "GET");
      return answers.server();
    }
    if (parts.get(1).equals("health") && parts.size() == 3) {
      method(exchange, "GET");
      if (!parts.get(2).equals("live") && !parts.get(2).equals("ready")) {
        throw nothingThere();
      }
      return answers.health(parts.get(2));
    }
    if (!parts.get(1).equals("models") || parts.size() < 3) {
      throw nothingThere();
    }
    return model(exchange, parts.get(2), parts.subList(3, parts.size()));
  }

  private ObjectNode model(HttpExchange exchange, String name, List<String> rest)
      throws IOException {
    boolean versioned = rest.size() >= 2 && rest.get(0).equals("versions");
    answers.known(name, versioned ? Optional.of(rest.get(1)) : Optional.empty());
    List<String> verb = versioned ? rest.subList(2, rest.size()) : rest;
    if (verb.isEmpty()) {
      method(exchange, "GET");
      return answers.metadata(name);
    }
    if (verb.equals(List.of("ready"))) {
      method(exchange, "GET");
      return answers.ready(name);
    }
    if (verb.equals(List.of("infer"))) {
      method(exchange, "POST");
      return infer(name, body(exchange));
    }
    throw nothingThere();
  }

  private ObjectNode infer(String name, byte[] body) {
    if (!free.tryAcquire()) {
      throw new ProtocolException(503, "the host is busy; come again in a moment");
    }
    try {
      return answers.infer(name, Tensors.parse(body));
    } finally {
      free.release();
    }
  }

  private byte[] body(HttpExchange exchange) throws IOException {
    try (InputStream in = exchange.getRequestBody()) {
      byte[] body = in.readNBytes(limits.maxBody() + 1);
      if (body.length > limits.maxBody()) {
        throw new ProtocolException(
            413, "the request is larger than " + limits.maxBody() + " bytes");
      }
      return body;
    }
  }

  private void guard(HttpExchange exchange) {
    if (!server.getAddress().getAddress().isLoopbackAddress()) {
      return;
    }
    String host = exchange.getRequestHeaders().getFirst("Host");
    String name = host == null ? "" : host.replaceAll(":\\d+$", "");
    if (!LOOPBACK_NAMES.contains(name) || exchange.getRequestHeaders().containsKey("Origin")) {
      throw new ProtocolException(403, "the request names another host or comes from a web page");
    }
  }

  private static void method(HttpExchange exchange, String wanted) {
    if (!exchange.getRequestMethod().equals(wanted)) {
      throw new ProtocolException(405, "use " + wanted + " here");
    }
  }

  private static ProtocolException nothingThere() {
    return new ProtocolException(404, "there is nothing at this address");
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
