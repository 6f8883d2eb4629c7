package dev.athanor.agent.cli;

import io.quarkus.runtime.Quarkus;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * {@code athanor serve}: the web console and REST, on this machine only unless settings say else.
 */
@Command(
    name = "serve",
    description = "Open the web console and REST on this machine",
    footerHeading = "%n",
    footer = {
      "Only this machine can reach it. Investigations that were under way go on. Ctrl-C stops it;",
      "nothing is lost."
    })
final class ServeCommand implements Callable<Integer> {
  private final Surroundings surroundings;

  @Option(names = "--port", paramLabel = "NUMBER", description = "port (default: 8421)")
  private @Nullable Integer port;

  ServeCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() {
    if (port != null) {
      if (port < 0 || port > 65_535) {
        throw new CliException(
            CliErrors.USAGE, port + " is no port", "choose one from 1024 to 65535");
      }
      System.setProperty("quarkus.http.port", Integer.toString(port));
    }
    AtomicInteger exit = new AtomicInteger(ExitCodes.OK);
    surroundings.terminal().err().println("starting ...");
    Quarkus.run(
        ServeApplication.class,
        (code, thrown) -> exit.set(thrown == null ? code : ExitCodes.INTERNAL));
    return exit.get();
  }
}
