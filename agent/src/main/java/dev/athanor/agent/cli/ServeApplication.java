package dev.athanor.agent.cli;

import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.QuarkusApplication;
import org.eclipse.microprofile.config.ConfigProvider;

/** The server, from the moment when it answers until it is told to stop. */
public final class ServeApplication implements QuarkusApplication {
  @Override
  public int run(String... arguments) {
    String host = setting("quarkus.http.host");
    String port = setting("quarkus.http.port");
    Terminal terminal = Terminal.ofProcess();
    terminal
        .out()
        .println(
            terminal.paint(Paint.BOLD, "Athanor") + " is at http://" + host + ":" + port + "/");
    terminal.err().println("  Ctrl-C stops it; investigations go on where they were");
    Quarkus.waitForExit();
    return ExitCodes.OK;
  }

  private static String setting(String name) {
    return ConfigProvider.getConfig().getValue(name, String.class);
  }
}
