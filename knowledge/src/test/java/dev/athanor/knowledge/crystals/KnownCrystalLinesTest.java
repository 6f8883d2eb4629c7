package dev.athanor.knowledge.crystals;

import static org.assertj.core.api.Assertions.assertThat;

import dev.athanor.knowledge.files.BoundedLines;
import dev.athanor.knowledge.files.RowProblems;
import dev.athanor.matter.chemistry.Element;
import dev.athanor.matter.crystal.Crystal;
import dev.athanor.matter.crystal.Lattice;
import dev.athanor.matter.crystal.Site;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

/** A line says all of a known crystal; one that says too little is left out with a reason. */
class KnownCrystalLinesTest {
  private static final KnownCrystal CAESIUM_CHLORIDE =
      new KnownCrystal(
          "mp-1",
          new Crystal(
              Lattice.cubic(4.1),
              List.of(Site.of(Element.Cs, 0, 0, 0), Site.of(Element.Cl, 0.5, 0.5, 0.5))),
          "CsCl",
          OptionalInt.of(221),
          12);

  private static List<KnownCrystal> read(String text, RowProblems problems) {
    return KnownCrystalLines.read(
        BoundedLines.of(
            "crystals", new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8))),
        problems);
  }

  @Test
  void aLineIsReadAsItWasWritten() {
    RowProblems problems = new RowProblems();
    assertThat(read(KnownCrystalLines.format(CAESIUM_CHLORIDE) + "\n\n", problems))
        .containsExactly(CAESIUM_CHLORIDE);
    assertThat(problems.count()).isZero();
  }

  @Test
  void aLineWithoutTypeOrNumberOfCompoundsIsLeftOut() {
    RowProblems problems = new RowProblems();
    String line = KnownCrystalLines.format(CAESIUM_CHLORIDE);
    assertThat(
            read(
                line.replace("structure_type", "type")
                    + "\n"
                    + line.replace("\"compounds\":12", "\"compounds\":0")
                    + "\nnothing\n",
                problems))
        .isEmpty();
    assertThat(problems.count()).isEqualTo(3);
    assertThat(problems.first().get(0).toString()).contains("structure_type");
  }
}
