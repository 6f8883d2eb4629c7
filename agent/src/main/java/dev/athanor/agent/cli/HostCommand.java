package dev.athanor.agent.cli;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.athanor.models.elements.ElementsModel;
import dev.athanor.models.hosting.HostLimits;
import dev.athanor.models.hosting.ModelHost;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code athanor host}: the atomic model for other machines, over the Open Inference Protocol. */
@Command(
    name = "host",
    description = "Serve the atomic model to other machines (Open Inference Protocol, version 2)",
    footerHeading = "%n",
    footer = {
      "Only this machine can reach it unless --address says else; there are no passwords, so put",
      "something that has them in front. Elsewhere, athanor.models.host=http://NAME:8422 makes",
      "every command compute here. Ctrl-C stops it."
    })
final class HostCommand implements Callable<Integer> {
  private final Surroundings surroundings;
  private final CommonOptions common;

  @Option(
      names = "--address",
      paramLabel = "NAME",
      description = "where to listen (default: ${DEFAULT-VALUE})",
      defaultValue = "127.0.0.1")
  private String address = "127.0.0.1";

  @Option(
      names = "--port",
      paramLabel = "NUMBER",
      description = "port; 0 for any that is free (default: ${DEFAULT-VALUE})",
      defaultValue = "8422")
  private int port = 8422;

  @Option(
      names = "--weights",
      paramLabel = "FOLDER",
      description = "weights to serve (default: as shipped)")
  private @Nullable Path weights;

  HostCommand(Surroundings surroundings, CommonOptions common) {
    this.surroundings = surroundings;
    this.common = common;
  }

  @Override
  public Integer call() throws InterruptedException {
    InetSocketAddress where = where();
    QuietLogs.install();
    CountDownLatch stopped = new CountDownLatch(1);
    Path folder = weights;
    try (ElementsModel model = folder == null ? ElementsModel.load() : ElementsModel.load(folder);
        ModelHost host = ModelHost.start(model, model.digest(), where, HostLimits.DEFAULT)) {
      Runtime.getRuntime().addShutdownHook(new Thread(stopped::countDown));
      report(model, host);
      stopped.await();
    } catch (IOException e) {
      throw new CliException(
          CliErrors.USAGE,
          "cannot listen on " + address + ":" + port + ": " + e.getMessage(),
          "choose another --port or --address");
    }
    return ExitCodes.OK;
  }

  private InetSocketAddress where() {
    if (port < 0 || port > 65_535) {
      throw new CliException(
          CliErrors.USAGE, port + " is no port", "choose one from 1024 to 65535");
    }
    try {
      return new InetSocketAddress(InetAddress.getByName(address), port);
    } catch (UnknownHostException e) {
      throw new CliException(
          CliErrors.USAGE, "there is no address '" + address + "'", "choose one of this machine");
    }
  }

  private void report(ElementsModel model, ModelHost host) {
    Terminal terminal = surroundings.terminal();
    if (common.json()) {
      ObjectNode node = new ObjectMapper().createObjectNode();
      node.put("address", host.address().toString());
      node.put("model", model.version()).put("weights", model.digest());
      terminal.out().println(node);
    } else {
      terminal.out().println(model.version() + " at " + host.address() + "/v2");
    }
    terminal.out().flush();
  }
}
