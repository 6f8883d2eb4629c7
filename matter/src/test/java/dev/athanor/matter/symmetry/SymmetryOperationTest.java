package dev.athanor.matter.symmetry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.athanor.matter.MatterErrors;
import dev.athanor.matter.MatterException;
import dev.athanor.matter.crystal.Vector3;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SymmetryOperationTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "x,y,z| x,y,z",
        "1/2+X , -Y, Z| x+1/2,-y,z",
        "x-y, x, z+.6667| x-y,x,z+2/3",
        "-x+0.333,y-1/4,-z+7/8| -x+1/3,y+3/4,-z+7/8",
        "x+1,y-1,z| x,y,z",
        "x,y,z+1/5| x,y,z+1/5",
        "1*x,1y,z| x,y,z"
      })
  void tripletsAreReadInEverySpelling(String text, String expected) {
    assertThat(SymmetryOperation.parse(text).triplet()).isEqualTo(expected);
    assertThat(SymmetryOperation.parse(expected)).isEqualTo(SymmetryOperation.parse(text));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "x,y",
        "x,y,z,t",
        "x,y,w",
        "x,x,z",
        "x/2,y,z",
        "x,y,1/0",
        "x y,z",
        "x,y,+",
        "1.5x,y,z",
        "x,y,z+1..2"
      })
  void whatIsNoOperationIsRejected(String text) {
    assertThatThrownBy(() -> SymmetryOperation.parse(text))
        .isInstanceOfSatisfying(
            MatterException.class, e -> assertThat(e.code()).isEqualTo(MatterErrors.BAD_SYMMETRY));
  }

  @Test
  void operationsActOnPoints() {
    Vector3 image = SymmetryOperation.parse("-y,x-y,z+1/3").apply(new Vector3(0.1, 0.3, 0.2));
    assertThat(image.x()).isCloseTo(-0.3, within(1e-15));
    assertThat(image.y()).isCloseTo(-0.2, within(1e-15));
    assertThat(image.z()).isCloseTo(0.2 + 1 / 3.0, within(1e-15));
  }

  @Test
  void productsAndInversesUndoEachOther() {
    SymmetryOperation screw = SymmetryOperation.parse("x-y,x,z+1/6");
    SymmetryOperation product = SymmetryOperation.IDENTITY;
    for (int i = 0; i < 6; i++) {
      product = screw.after(product);
    }
    assertThat(product).isEqualTo(SymmetryOperation.IDENTITY);
    assertThat(screw.inverse().triplet()).isEqualTo("y,-x+y,z+5/6");
    assertThat(screw.determinant()).isEqualTo(1);
    assertThat(screw.trace()).isEqualTo(2);
  }
}
