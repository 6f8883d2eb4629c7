package dev.athanor.models.hosting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.athanor.matter.crystal.Crystal;
import dev.athanor.models.Estimate;
import dev.athanor.models.ModelErrors;
import dev.athanor.models.ModelException;
import dev.athanor.models.elements.AtomicModel;
import dev.athanor.models.elements.AtomicModelContract;
import dev.athanor.models.elements.ElementsModel;
import dev.athanor.models.elements.TestingCrystals;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The shipped weights in another process keep the contract, and its end is noticed. */
final class HostedModelTest extends AtomicModelContract {
  private static Optional<HostProcess> process = Optional.empty();
  private static Optional<HostedModel> hosted = Optional.empty();

  @BeforeAll
  static void start() throws IOException {
    process = Optional.of(HostProcess.start(0));
    hosted = Optional.of(HostedModel.connect(settings(process.get().address(), 2)));
  }

  @AfterAll
  static void stop() {
    hosted.ifPresent(HostedModel::close);
    process.ifPresent(HostProcess::close);
  }

  private static HostSettings settings(URI address, int retries) {
    return new HostSettings(
        address,
        Duration.ofSeconds(5),
        Duration.ofMinutes(2),
        retries,
        Optional.of(ElementsModel.shippedDigest()));
  }

  @Override
  protected AtomicModel model() {
    return hosted.orElseThrow();
  }

  @Test
  void answersLikeTheModelHere() {
    List<Crystal> crystals = TestingCrystals.all();
    List<Estimate> there = model().criticalTemperature(crystals);
    try (ElementsModel here = ElementsModel.load()) {
      assertThat(model().version()).isEqualTo(here.version());
      assertThat(here.digest()).isEqualTo(ElementsModel.shippedDigest());
      List<Estimate> expected = here.criticalTemperature(crystals);
      for (int i = 0; i < crystals.size(); i++) {
        assertThat(there.get(i).value()).isCloseTo(expected.get(i).value(), within(1e-5));
        assertThat(there.get(i).applicability()).isEqualTo(expected.get(i).applicability());
      }
    }
  }

  @Test
  void aKilledHostIsNoticedAndOneThatComesBackIsUsed() throws Exception {
    try (HostProcess first = HostProcess.start(0)) {
      HostedModel model = HostedModel.connect(settings(first.address(), 1));
      List<Crystal> salt = TestingCrystals.all().subList(0, 1);
      Estimate before = model.formationEnergy(salt).get(0);
      first.kill();
      assertThatThrownBy(() -> model.formationEnergy(salt))
          .isInstanceOfSatisfying(
              ModelException.class,
              e -> {
                assertThat(e.code()).isEqualTo(ModelErrors.HOST_UNREACHABLE);
                assertThat(e.retriable()).isTrue();
                assertThat(e)
                    .hasMessageContaining(first.address().toString())
                    .hasMessageContaining("2 attempts")
                    .hasMessageContaining("athanor host");
              });
      try (HostProcess second = HostProcess.start(first.address().getPort())) {
        assertThat(second.address()).isEqualTo(first.address());
        Estimate after = model.formationEnergy(salt).get(0);
        assertThat(after.value()).isCloseTo(before.value(), within(1e-5));
      }
    }
  }
}
