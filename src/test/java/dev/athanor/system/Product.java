package dev.athanor.system;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;

/** The packaged application with a home of its own, as a user starts it. */
final class Product {
  private static final Path JAR =
      Path.of("")
          .toAbsolutePath()
          .resolve("../../agent/target/quarkus-app/quarkus-run.jar")
          .normalize();

  private final Path home;
  private final Map<String, String> environment = new TreeMap<>();

  Product(Path home) {
    this.home = home;
    if (!Files.exists(JAR)) {
      throw new IllegalStateException("the product is not packaged: run the tests with mvn verify");
    }
  }

  /** What a finished run left behind. */
  record Result(int exitCode, String output, String errors) {}

  Product with(String variable, String value) {
    environment.put(variable, value);
    return this;
  }

  Result run(String... arguments) {
    return run(Duration.ofMinutes(6), arguments);
  }

  Result run(Duration limit, String... arguments) {
    try {
      Path output = Files.createTempFile(home, "run", ".out");
      Path errors = Files.createTempFile(home, "run", ".err");
      Process process = start(output, errors, arguments);
      if (!process.waitFor(limit.toSeconds(), TimeUnit.SECONDS)) {
        process.destroyForcibly().waitFor();
        throw new IllegalStateException(
            "athanor "
                + String.join(" ", arguments)
                + " took longer than "
                + limit
                + "\n"
                + Files.readString(errors));
      }
      return new Result(process.exitValue(), Files.readString(output), Files.readString(errors));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  Process start(Path output, Path errors, String... arguments) throws IOException {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-jar",
                JAR.toString()));
    command.addAll(List.of(arguments));
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .directory(home.toFile())
            .redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
            .redirectOutput(output.toFile())
            .redirectError(errors.toFile());
    builder.environment().put("ATHANOR_HOME", home.resolve("athanor-home").toString());
    builder.environment().put("NO_COLOR", "1");
    builder.environment().putAll(environment);
    return builder.start();
  }

  /** A server on loopback that stops when closed. */
  Server serve() {
    try {
      int port = freePort();
      Path log = home.resolve("serve-" + port + ".log");
      Process process =
          start(
              log, home.resolve("serve-" + port + ".err"), "serve", "--port", String.valueOf(port));
      Server server = new Server(process, URI.create("http://127.0.0.1:" + port), log);
      server.awaitReady();
      return server;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static int freePort() throws IOException {
    try (ServerSocket probe = new ServerSocket(0)) {
      return probe.getLocalPort();
    }
  }

  /** A running server. */
  record Server(Process process, URI address, Path log) implements AutoCloseable {
    void awaitReady() {
      HttpClient client = HttpClient.newHttpClient();
      HttpRequest request =
          HttpRequest.newBuilder(address.resolve("/q/health/ready"))
              .timeout(Duration.ofSeconds(2))
              .build();
      Instant deadline = Instant.now().plusSeconds(60);
      while (Instant.now().isBefore(deadline)) {
        if (!process.isAlive()) {
          throw new IllegalStateException(
              "the server ended with " + process.exitValue() + ", see " + log);
        }
        try {
          if (client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200) {
            return;
          }
          pause();
        } catch (IOException e) {
          pause();
        } catch (InterruptedException e) {
          Thread.currentThread().interrupt();
          throw new IllegalStateException(e);
        }
      }
      throw new IllegalStateException("the server was not ready in 60 s, see " + log);
    }

    private static void pause() {
      try {
        TimeUnit.MILLISECONDS.sleep(200);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }

    @Override
    public void close() {
      process.destroy();
      try {
        if (!process.waitFor(20, TimeUnit.SECONDS)) {
          process.destroyForcibly();
        }
      } catch (InterruptedException e) {
        process.destroyForcibly();
        Thread.currentThread().interrupt();
      }
    }
  }
}
