package dev.athanor.agent.runtime;

import dev.athanor.agent.AgentErrors;
import dev.athanor.agent.AgentException;
import dev.athanor.agent.settings.ModelSettings;
import dev.athanor.models.elements.AtomicModel;
import dev.athanor.models.elements.ElementsModel;
import dev.athanor.models.hosting.HostSettings;
import dev.athanor.models.hosting.HostedModel;
import java.net.URI;
import java.util.Optional;

/** The atomic model where the settings say it computes. */
public final class AtomicModels {
  private AtomicModels() {}

  /**
   * The shipped weights in this process, or those of a host.
   *
   * @throws AgentException {@code BAD_SETTING} where the host's settings make no sense
   * @throws dev.athanor.models.ModelException where weights or the host are not there or do not fit
   */
  public static AtomicModel open(ModelSettings settings) {
    return settings
        .host()
        .<AtomicModel>map(address -> HostedModel.connect(host(address, settings)))
        .orElseGet(ElementsModel::load);
  }

  private static HostSettings host(URI address, ModelSettings settings) {
    try {
      return new HostSettings(
          address,
          settings.hostConnectTimeout(),
          settings.hostTimeout(),
          settings.hostRetries(),
          Optional.of(settings.hostWeights().orElseGet(ElementsModel::shippedDigest)));
    } catch (IllegalArgumentException e) {
      throw new AgentException(
          AgentErrors.BAD_SETTING,
          String.valueOf(e.getMessage()),
          "mend athanor.models.host, as in http://127.0.0.1:8422, or unset it");
    }
  }
}
