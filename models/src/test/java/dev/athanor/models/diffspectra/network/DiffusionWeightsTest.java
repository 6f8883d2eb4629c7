package dev.athanor.models.diffspectra.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.athanor.matter.chemistry.Element;
import dev.athanor.models.ModelErrors;
import dev.athanor.models.ModelException;
import dev.athanor.models.cards.ModelCard;
import dev.athanor.models.diffspectra.diffusion.DecodedMolecule;
import dev.athanor.models.diffspectra.diffusion.Hydrogens;
import dev.athanor.models.diffspectra.diffusion.SamplerSettings;
import dev.athanor.models.learning.WeightFolder;
import dev.athanor.models.weights.WeightFile;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Weights come back from their file as they were, and draw molecules. */
final class DiffusionWeightsTest {
  private static final DiffusionNetworkSettings SMALL =
      new DiffusionNetworkSettings(
          EncoderSettings.of(100, 75, 350, 350, 16, 2, 1, 2), new DenoiserSettings(24, 8, 3, 1));

  private static DiffusionWeights fresh() {
    DiffusionNetwork network = new DiffusionNetwork(SMALL, DiffusionNetwork.Purpose.USE);
    return new DiffusionWeights(SMALL, Hydrogens.IMPLICIT, network.layout().initial(3));
  }

  @Test
  void comeBackFromTheirFile() throws Exception {
    DiffusionWeights weights = fresh();
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    weights.toFile("test").write(out);
    DiffusionWeights again =
        DiffusionWeights.of(
            WeightFile.read(new ByteArrayInputStream(out.toByteArray()), DiffusionWeights.MODEL));
    assertThat(again.settings()).isEqualTo(SMALL);
    assertThat(again.hydrogens()).isEqualTo(Hydrogens.IMPLICIT);
    assertThat(again.values()).isEqualTo(weights.values());
  }

  @Test
  void thoseWithoutPositionsSaySo() {
    DiffusionWeights fresh = fresh();
    DiffusionWeights flat =
        new DiffusionWeights(
            new DiffusionNetworkSettings(SMALL.encoder(), SMALL.denoiser().withoutPositions()),
            Hydrogens.IMPLICIT,
            fresh.values());
    assertThat(DiffusionWeights.of(flat.toFile("test")).settings().denoiser().spatial()).isFalse();
    assertThat(DiffusionWeights.of(fresh.toFile("test")).settings().denoiser().spatial()).isTrue();
  }

  @Test
  void thoseInAFolderMustBeThoseOfTheirCard(@TempDir Path folder) throws Exception {
    assertThatThrownBy(() -> DiffusionWeights.in(folder))
        .isInstanceOfSatisfying(
            ModelException.class, e -> assertThat(e.code()).isEqualTo(ModelErrors.WEIGHTS_MISSING));
    DiffusionWeights weights = fresh();
    new WeightFolder(folder)
        .write(weights.toFile("test"), (file, written) -> card(Files.readAllBytes(written)));
    assertThat(DiffusionWeights.in(folder).values()).isEqualTo(weights.values());

    Path file = folder.resolve(DiffusionWeights.MODEL + ".weights");
    byte[] bytes = Files.readAllBytes(file);
    bytes[bytes.length - 1]++;
    Files.write(file, bytes);
    assertThatThrownBy(() -> DiffusionWeights.in(folder))
        .isInstanceOfSatisfying(
            ModelException.class,
            e -> assertThat(e.code()).isEqualTo(ModelErrors.WEIGHTS_CORRUPTED));
  }

  private static ModelCard card(byte[] bytes) {
    try {
      String digest = HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
      return new ModelCard(
          DiffusionWeights.MODEL,
          "test",
          "a test",
          "small",
          Map.of(),
          List.of(new ModelCard.Data("none", 0, "made up", "none")),
          "none",
          List.of(),
          new ModelCard.Weights(DiffusionWeights.MODEL + ".weights", digest, bytes.length),
          "any",
          1,
          "a test",
          List.of("good for nothing"),
          List.of(),
          List.of());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void sizesThatDoNotFitAreRefused() {
    WeightFile file = fresh().toFile("test");
    Map<String, Double> changed = new HashMap<>(file.settings());
    changed.put("heads", 5.0);
    assertThatThrownBy(
            () ->
                DiffusionWeights.of(
                    new WeightFile(file.model(), file.version(), changed, file.arrays())))
        .isInstanceOfSatisfying(
            ModelException.class,
            e -> assertThat(e.code()).isEqualTo(ModelErrors.WEIGHTS_MISMATCH));
  }

  @Test
  void theUsedPartIsTheStartOfTheTrainedVector() {
    DiffusionNetwork trained = new DiffusionNetwork(SMALL, DiffusionNetwork.Purpose.TRAINING);
    DiffusionNetwork used = new DiffusionNetwork(SMALL, DiffusionNetwork.Purpose.USE);
    assertThat(used.layout().size()).isEqualTo(used.used()).isEqualTo(trained.used());
    assertThat(trained.layout().entries().subList(0, used.layout().entries().size()))
        .isEqualTo(used.layout().entries());
  }

  @Test
  void drawsTheFormulaThatIsAskedForAgainAndAgain() {
    List<Element> formula =
        List.of(Element.C, Element.N, Element.H, Element.H, Element.H, Element.H, Element.H);
    for (double guidance : new double[] {1, 2}) {
      SpectraDiffusion.Order order =
          new SpectraDiffusion.Order(
              SpectrumTokens.Input.NOTHING, 2, Optional.of(formula), 3, guidance);
      SamplerSettings settings = new SamplerSettings(SamplerSettings.Method.DPM_SOLVER, 4, 1);
      try (SpectraDiffusion diffusion = new SpectraDiffusion(fresh())) {
        int held = diffusion.arraysHeld();
        List<DecodedMolecule> drawn = diffusion.draw(order, settings);
        assertThat(drawn).hasSize(3);
        assertThat(drawn.get(0).graph().elements().subList(0, 2))
            .containsExactly(Element.C, Element.N);
        assertThat(diffusion.draw(order, settings)).isEqualTo(drawn);
        assertThat(diffusion.counts(order.spectra())).hasSize(ElementCounts.CLASSES);
        // native arrays end with the call that made them
        assertThat(diffusion.arraysHeld()).isEqualTo(held);
      }
    }
  }
}
