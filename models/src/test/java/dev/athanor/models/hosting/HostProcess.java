package dev.athanor.models.hosting;

import dev.athanor.models.elements.ElementsModel;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/** A host of the shipped weights in a process of its own. */
final class HostProcess implements AutoCloseable {
  private static final String READY = "listens at ";

  private final Process process;
  private final URI address;

  private HostProcess(Process process, URI address) {
    this.process = process;
    this.address = address;
  }

  /** What runs in the other process; the port is its argument. It ends with its input. */
  public static void main(String[] arguments) throws IOException {
    InetSocketAddress where =
        new InetSocketAddress(InetAddress.getLoopbackAddress(), Integer.parseInt(arguments[0]));
    try (ElementsModel model = ElementsModel.load();
        ModelHost host = ModelHost.start(model, model.digest(), where, HostLimits.DEFAULT)) {
      System.out.println(READY + host.address());
      System.in.transferTo(OutputStream.nullOutputStream());
    }
  }

  static HostProcess start(int port) throws IOException {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx1g",
                "-cp",
                System.getProperty(
                    "surefire.test.class.path", System.getProperty("java.class.path")),
                HostProcess.class.getName(),
                Integer.toString(port))
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    BufferedReader lines =
        new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      if (line.startsWith(READY)) {
        return new HostProcess(process, URI.create(line.substring(READY.length())));
      }
    }
    process.destroyForcibly();
    throw new IOException("the host process ended before it listened");
  }

  URI address() {
    return address;
  }

  /** Ends the process as a crash would. */
  void kill() throws InterruptedException {
    process.destroyForcibly();
    process.waitFor(1, TimeUnit.MINUTES);
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }
}
