package dev.athanor.models.diffspectra.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.athanor.matter.chemistry.Element;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Spectra are cut where the settings say, and what is missing is marked. */
final class SpectrumTokensTest {
  private static final EncoderSettings SETTINGS = EncoderSettings.of(100, 50, 500, 250, 8, 2, 1, 1);

  @Test
  void piecesOverlapAndMissingSpectraAreUnseen() {
    float[] raman = new float[EncoderSettings.VIBRATION_POINTS];
    for (int i = 0; i < raman.length; i++) {
      raman[i] = i;
    }
    SpectrumTokens tokens =
        SpectrumTokens.of(
            List.of(
                SpectrumTokens.Input.NOTHING,
                new SpectrumTokens.Input(Optional.empty(), Optional.empty(), Optional.of(raman))),
            SETTINGS);
    int each = SETTINGS.patchings().get(2).tokens();
    assertThat(each).isEqualTo(13);
    assertThat(tokens.pieces().get(2)[each * 500 + 500]).isEqualTo(250);
    assertThat(tokens.seen().get(2)[0]).isZero();
    assertThat(tokens.seen().get(2)[each]).isEqualTo(1);
    assertThat(tokens.seen().get(1)).containsOnly(0f);
  }

  @Test
  void someSeenPiecesAreHiddenAndNoneIsShown() {
    SpectrumTokens.Input input =
        new SpectrumTokens.Input(
            Optional.empty(),
            Optional.of(new float[EncoderSettings.VIBRATION_POINTS]),
            Optional.empty());
    SpectrumTokens tokens = SpectrumTokens.of(List.of(input, input, input, input), SETTINGS);
    SpectrumTokens hidden = tokens.hiding(0.5, new Random(1));
    float left = 0;
    for (float value : hidden.seen().get(1)) {
      left += value;
    }
    assertThat(left).isBetween(10f, 42f);
    assertThat(hidden.seen().get(0)).containsOnly(0f);
  }

  @Test
  void aSpectrumOnAnotherGridIsRefused() {
    SpectrumTokens.Input input =
        new SpectrumTokens.Input(Optional.of(new float[700]), Optional.empty(), Optional.empty());
    assertThatIllegalArgumentException()
        .isThrownBy(() -> SpectrumTokens.of(List.of(input), SETTINGS));
  }

  @Test
  void classesOfElementsLieSideBySide() {
    assertThat(ElementCounts.start(4) + ElementCounts.classes(4)).isEqualTo(ElementCounts.CLASSES);
    assertThat(ElementCounts.of(List.of(Element.C, Element.H, Element.H, Element.F)))
        .containsExactly(2, 1, 0, 0, 1);
  }
}
