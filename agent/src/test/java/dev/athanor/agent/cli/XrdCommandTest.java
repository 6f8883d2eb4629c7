package dev.athanor.agent.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class XrdCommandTest {
  @TempDir Path folder;

  private String lines(String... lines) throws IOException {
    return Files.write(folder.resolve("in.jsonl"), List.of(lines)).toString();
  }

  @Test
  void givesTheLinesOfEachCrystal() throws IOException {
    TestingCommandLine cli = new TestingCommandLine();
    int exit = cli.run("xrd", "--json", lines(Structures.TUNGSTEN, Structures.CUT));
    assertThat(exit).isEqualTo(ExitCodes.SOME_ROWS_BAD);
    JsonNode node = cli.lines().get(0);
    assertThat(node.path("id").asText()).isEqualTo("tungsten");
    assertThat(node.path("formula").asText()).isEqualTo("W");
    assertThat(node.path("radiation").asText()).isEqualTo("CuKa");
    assertThat(node.path("wavelength_angstrom").asDouble()).isEqualTo(1.54184);
    // body-centred: 110, 200, 211, 220 below 90 degrees
    assertThat(node.path("two_theta")).hasSize(4);
    double spacing = 3.165 / Math.sqrt(2);
    assertThat(node.at("/d_spacing/0").asDouble()).isCloseTo(spacing, within(1e-5));
    assertThat(node.at("/two_theta/0").asDouble())
        .isCloseTo(2 * Math.toDegrees(Math.asin(1.54184 / 2 / spacing)), within(1e-5));
    assertThat(node.at("/intensity/0").asDouble()).isEqualTo(100);
    assertThat(node.at("/hkl/0/0/multiplicity").asInt()).isEqualTo(12);
    assertThat(node.at("/hkl/1/0/hkl").toString()).isEqualTo("[2,0,0]");
    assertThat(cli.lines().get(1).path("code").asText()).isEqualTo("MALFORMED");
  }

  @Test
  void takesAnotherRadiationAndRange() throws IOException {
    TestingCommandLine cli = new TestingCommandLine();
    String file = lines(Structures.TUNGSTEN);
    cli.run("xrd", "--json", "--radiation", "moka", "--two-theta-range", "20", "30", file);
    JsonNode node = cli.lines().get(0);
    assertThat(node.path("radiation").asText()).isEqualTo("MoKa");
    assertThat(node.path("two_theta"))
        .isNotEmpty()
        .allSatisfy(angle -> assertThat(angle.asDouble()).isBetween(20.0, 30.0));
    TestingCommandLine number = new TestingCommandLine();
    assertThat(number.run("xrd", "--json", "--radiation", "0.4", file)).isEqualTo(ExitCodes.OK);
    assertThat(number.lines().get(0).path("wavelength_angstrom").asDouble()).isEqualTo(0.4);
  }

  @Test
  void neutronsSeeNuclei() throws IOException {
    String file = lines(Structures.TUNGSTEN);
    TestingCommandLine rays = new TestingCommandLine();
    rays.run("xrd", "--json", file);
    TestingCommandLine neutrons = new TestingCommandLine();
    assertThat(neutrons.run("xrd", "--json", "--neutron", file)).isEqualTo(ExitCodes.OK);
    JsonNode node = neutrons.lines().get(0);
    assertThat(node.path("radiation").asText()).isEqualTo("neutrons");
    assertThat(node.path("two_theta")).isEqualTo(rays.lines().get(0).path("two_theta"));
    // no fall of the scattering with the angle
    assertThat(node.at("/intensity/2").asDouble())
        .isGreaterThan(rays.lines().get(0).at("/intensity/2").asDouble());
  }

  @Test
  void planesOfOtherIndicesInOneLineAreListedApart() throws IOException {
    TestingCommandLine cli = new TestingCommandLine();
    cli.run("xrd", "--json", "--radiation", "MoKa", lines(Structures.TUNGSTEN));
    JsonNode hkl = cli.lines().get(0).path("hkl");
    // 18 is 3 3 0 and 4 1 1
    assertThat(hkl.get(8)).hasSize(2);
    assertThat(hkl.get(8).findValuesAsText("multiplicity")).containsExactly("24", "12");
    assertThat(hkl.at("/8/0/hkl").toString()).isEqualTo("[4,1,1]");
  }

  @Test
  void refusesWhatIsNoRadiationOrRange() throws IOException {
    String file = lines(Structures.TUNGSTEN);
    TestingCommandLine cli = new TestingCommandLine();
    assertThat(cli.run("xrd", "--radiation", "light", file)).isEqualTo(ExitCodes.USAGE);
    assertThat(cli.err()).contains("MoKa");
    TestingCommandLine range = new TestingCommandLine();
    assertThat(range.run("xrd", "--two-theta-range", "60", "20", file)).isEqualTo(ExitCodes.USAGE);
    assertThat(range.err()).contains("--two-theta-range");
  }

  @Test
  void isATableForAPerson() throws IOException {
    TestingCommandLine cli = new TestingCommandLine();
    cli.run("xrd", lines(Structures.TUNGSTEN));
    assertThat(cli.out()).startsWith("W  tungsten").contains("1 1 0 (12)").contains("100.00");
    assertThat(cli.out().lines()).allSatisfy(line -> assertThat(line).hasSizeLessThan(80));
  }

  @Test
  void drawsASingleCrystal() throws IOException {
    Path picture = folder.resolve("w.svg");
    TestingCommandLine cli = new TestingCommandLine();
    int exit = cli.run("xrd", lines(Structures.TUNGSTEN), "--svg", picture.toString());
    assertThat(exit).isEqualTo(ExitCodes.OK);
    assertThat(Files.readString(picture)).startsWith("<svg").contains("1 1 0");
    TestingCommandLine two = new TestingCommandLine();
    String both = lines(Structures.TUNGSTEN, Structures.SALT);
    assertThat(two.run("xrd", both, "--svg", folder.resolve("2.svg").toString()))
        .isEqualTo(ExitCodes.USAGE);
    assertThat(two.err()).contains("--svg draws one crystal");
    assertThat(folder.resolve("2.svg")).doesNotExist();
  }
}
