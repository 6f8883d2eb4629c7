package dev.athanor.matter.spectroscopy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.athanor.matter.MatterErrors;
import dev.athanor.matter.MatterException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class JcampReaderTest {
  private static final String HEAD =
      """
      ##TITLE= a test
      ##JCAMP-DX= 4.24 $$ a version
      ##DATA TYPE= INFRARED SPECTRUM
      ##XUNITS= 1/CM
      ##YUNITS= ABSORBANCE
      """;

  private static String file(String labels, String table) {
    return HEAD + labels + "##XYDATA= (X++(Y..Y))\n" + table + "\n##END=\n";
  }

  private static double[] ordinates(String text) {
    return JcampReader.read(text, "x").get(0).spectrum().points().stream()
        .mapToDouble(SpectrumPoint::intensity)
        .toArray();
  }

  /** The ten ordinates by which McDonald and Wilks show their forms. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "0 1 2 3 3 2 1 0 -1 -2 -3",
        "0+1+2+3+3+2+1+0-1-2-3",
        "0ABCCBA@abc",
        "0AJJ%jjjjjj",
        "0AJT%jX",
        "0AJJ%\n3Cjjjjjj",
        "0AJT%\n3CjX\n9c",
        "0 1 2 3 3 2\n5 1 0\r\n7 -1,-2;-3 $$ the end",
        "0A+2CC 2+1@ -1 b-3"
      })
  void everyFormOfNumberTellsTheSame(String table) {
    String labels = "##FIRSTX= 0\n##LASTX= 9\n##NPOINTS= 10\n##DELTAX= 1\n";
    assertThat(ordinates(file(labels, table))).containsExactly(1, 2, 3, 3, 2, 1, 0, -1, -2, -3);
  }

  @Test
  void lettersStandForSignAndFirstDigit() {
    String labels = "##FIRSTX= 0\n##LASTX= 4\n##NPOINTS= 5\n##YFACTOR= 0.5\n";
    // +123, -907, then +20, +20 again and again (three in all by U), -100
    assertThat(ordinates(file("##FIRSTX=0\n##LASTX=5\n##NPOINTS=6\n", "0A23i07K0Uj00")))
        .containsExactly(123, -907, -887, -867, -847, -947);
    // a repetition after a value repeats the value, s is nine and T1 twenty-one
    assertThat(ordinates(file(labels, "0E5V@"))).containsExactly(27.5, 27.5, 27.5, 27.5, 0);
    assertThat(ordinates(file("##FIRSTX=0\n##LASTX=29\n##NPOINTS=30\n", "0AT1Bs"))).hasSize(30);
  }

  @Test
  void anExponentNeedsItsSignElseItIsAFive() {
    String labels = "##FIRSTX= 0\n##LASTX= 2\n##NPOINTS= 3\n";
    assertThat(ordinates(file(labels, "0 1E+03 2.5e-1 E2"))).containsExactly(1000, .25, 52);
  }

  @Test
  void whatWasNotMeasuredIsLeftOut() {
    String labels = "##FIRSTX= 0\n##LASTX= 3\n##NPOINTS= 4\n";
    List<SpectrumPoint> points =
        JcampReader.read(file(labels, "0 1 ? 3 ?"), "x").get(0).spectrum().points();
    assertThat(points).containsExactly(new SpectrumPoint(0, 1), new SpectrumPoint(2, 3));
  }

  @ParameterizedTest
  @EnumSource(JcampText.Form.class)
  void writtenSpectraAreReadTheSame(JcampText.Form form) {
    Random random = new Random(20261123);
    for (int round = 0; round < 200; round++) {
      int[] expected = new int[1 + random.nextInt(60)];
      int size = 1 << random.nextInt(20);
      for (int i = 1; i < expected.length; i++) {
        int step = random.nextInt(3) == 0 ? random.nextInt(2 * size) - size : 0;
        expected[i] =
            random.nextBoolean() ? expected[i - 1] + step : random.nextInt(size) - size / 2;
      }
      int perLine = 1 + random.nextInt(12);
      String text = JcampText.file(expected, form, perLine);
      assertThat(ordinates(text))
          .as(text)
          .containsExactly(java.util.Arrays.stream(expected).asDoubleStream().toArray());
    }
  }

  @Test
  void factorsUnitsAndDirectionAreApplied() {
    String text =
        """
        ##TITLE= t
        ##DATA TYPE= INFRARED SPECTRUM
        ##X-UNITS= MICROMETERS
        ##Y_UNITS= % TRANSMITTANCE
        ##$MY OWN= kept $$ not this
        ##XFACTOR= 0.5
        ##YFACTOR= 2
        ##FIRSTX= 3
        ##LASTX= 2
        ##DELTAX= 0.5
        ##NPOINTS= 3
        ##XYDATA= (X++(Y..Y))
        6 10 20
        4 30
        ##END=
        """;
    SpectrumRecord entry = JcampReader.read(text, "x").get(0);
    assertThat(entry.spectrum().axis()).isEqualTo(SpectrumAxis.WAVELENGTH);
    assertThat(entry.spectrum().intensityUnit()).isEqualTo("transmittance");
    assertThat(entry.spectrum().points())
        .containsExactly(
            new SpectrumPoint(2000, .6), new SpectrumPoint(2500, .4), new SpectrumPoint(3000, .2));
    assertThat(entry.text("$MYOWN")).contains("kept");
    assertThat(entry.text("TITLE")).contains("t");
  }

  @Test
  void pointsAndPeaksAreRead() {
    String points = HEAD + "##NPOINTS=3\n##XYPOINTS= (XY..XY)\n1,2; 3,4\n5 6\n##END=";
    Spectrum curve = JcampReader.read(points, "x").get(0).spectrum();
    assertThat(curve.form()).isEqualTo(Spectrum.Form.CURVE);
    assertThat(curve.points()).contains(new SpectrumPoint(3, 4)).hasSize(3);
    String peaks = HEAD + "##PEAK TABLE= (XYW..XYW)\n10,2,.5 20,3,.5\n##END=";
    Spectrum lines = JcampReader.read(peaks, "x").get(0).spectrum();
    assertThat(lines.form()).isEqualTo(Spectrum.Form.LINES);
    assertThat(lines.points()).containsExactly(new SpectrumPoint(10, 2), new SpectrumPoint(20, 3));
  }

  @Test
  void linkedAndFollowingBlocksAreAllRead() {
    String block = HEAD + "##XYPOINTS= (XY..XY)\n1,2\n##END=\n";
    String linked = "##TITLE= all\n##DATA TYPE= LINK\n##BLOCKS= 2\n" + block + block + "##END=\n";
    List<String> ids =
        JcampReader.read(linked + block, "x").stream().map(SpectrumRecord::id).toList();
    assertThat(ids).containsExactly("x", "x:2", "x:3");
    String open = block.replace("##END=\n", "");
    List<SpectrumRecord> two = JcampReader.read(open + open, "x");
    assertThat(two).hasSize(2);
    assertThat(two.get(0).remarks()).isNotEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        // a lost point, a lost line, a changed difference, an abscissa out of step
        "0 1 2 3 3 2 1 0 -1 -2         | MALFORMED | 8",
        "0AJJ%\\n3Cjjjjj                | MALFORMED | 8",
        "0AJJJ\\n3Cjjjjjj               | MALFORMED | 11",
        "0 1 2 3 3\\n6 2 1 0 -1 -2 -3   | MALFORMED | 11",
        "0J1                            | MALFORMED | 10",
        "0S                             | MALFORMED | 10",
        "0 1 x                          | MALFORMED | 10",
        "x 1                            | MALFORMED | 10",
        "0 1.2.3                        | MALFORMED | 10",
        "0A99999999999999999999         | MALFORMED | 10",
        "0 1 s99999999                  | TOO_LARGE | 10",
        "0 1 s999999999                 | TOO_LARGE | 10",
        "''                             | MALFORMED | 9"
      })
  void aTableThatContradictsItselfIsRejectedWithItsLine(String table, MatterErrors code, int line) {
    String labels = "##FIRSTX= 0\n##LASTX= 9\n##NPOINTS= 10\n";
    assertRejected(file(labels, table.replace("\\n", "\n")), code, line);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "##DELTAX= 2                     | MALFORMED",
        "##XFACTOR= 0                    | MALFORMED",
        "##YFACTOR= one                  | MALFORMED",
        "##YFACTOR= 1e999                | MALFORMED",
        "##YFACTOR= NaN                  | MALFORMED"
      })
  void labelsThatMakeNoSenseAreRejectedWithTheirLine(String label, MatterErrors code) {
    String labels = "##FIRSTX= 0\n##LASTX= 2\n##NPOINTS= 3\n" + label + "\n";
    assertRejected(file(labels, "0 1 2 3"), code, 9);
  }

  @Test
  void otherKindsOfDataAreToldApart() {
    String points = "##XYPOINTS= (XY..XY)\n1,2\n##END=\n";
    assertRejected(HEAD.replace("1/CM", "SECONDS") + points, MatterErrors.UNKNOWN_FORMAT, 4);
    assertRejected(
        HEAD.replace("INFRARED SPECTRUM", "NMR FID") + points, MatterErrors.UNKNOWN_FORMAT, 3);
    assertRejected(HEAD + "##NTUPLES= NMR\n##END=\n", MatterErrors.UNKNOWN_FORMAT, 6);
    assertRejected(HEAD + "##XYDATA= (R++(A..A))\n1 2\n##END=\n", MatterErrors.UNKNOWN_FORMAT, 6);
    assertRejected(HEAD + "##END=\n", MatterErrors.MALFORMED, 1);
    assertRejected("4000 1\n3999 2\n", MatterErrors.MALFORMED, 1);
    assertRejected("##TITLE\n", MatterErrors.MALFORMED, 1);
    assertRejected(HEAD + "##XYPOINTS= (XY..XY)\n1,2 3\n##END=\n", MatterErrors.MALFORMED, 7);
    assertRejected(HEAD + "##XYPOINTS= (XY..XY)\n1e999,2\n##END=\n", MatterErrors.MALFORMED, 7);
  }

  @Test
  void aWrongBlockDoesNotKeepTheNextFromBeingRead() {
    String good = HEAD + "##XYPOINTS= (XY..XY)\n1,2\n##END=\n";
    List<String> seen = new ArrayList<>();
    JcampReader.read(
        good.replace("1,2", "1,?") + good,
        "x",
        new SpectrumSink() {
          @Override
          public void accepted(SpectrumRecord entry) {
            seen.add("+" + entry.id());
          }

          @Override
          public void rejected(String id, MatterException why) {
            seen.add("-" + id + "@" + why.line().orElse(0));
          }
        });
    assertThat(seen).containsExactly("-x@7", "+x:2");
  }

  @Test
  void measuredSpectraAgreeWithTheirOwnExtremes() {
    Path folder = Path.of("../../shared/data/spectra/pnnl_ir");
    assumeTrue(Files.isDirectory(folder), "skipped: needs " + folder + " beside the project");
    List<SpectrumRecord> entries = SpectrumFiles.readAll(folder);
    assertThat(entries).hasSizeGreaterThan(30);
    for (SpectrumRecord entry : entries) {
      double highest =
          entry.spectrum().points().stream().mapToDouble(SpectrumPoint::intensity).max().orElse(0);
      double stated = Double.parseDouble(entry.text("MAXY").orElseThrow());
      assertThat(highest).as(entry.id()).isCloseTo(stated, within(1e-6 * stated));
      assertThat(entry.remarks()).as(entry.id()).isEmpty();
    }
  }

  private static void assertRejected(String text, MatterErrors code, int line) {
    assertThatThrownBy(() -> JcampReader.read(text, "x"))
        .isInstanceOfSatisfying(
            MatterException.class,
            e -> {
              assertThat(e.code()).as(e.getMessage()).isEqualTo(code);
              assertThat(e.line()).as(e.getMessage()).hasValue(line);
            });
  }
}
