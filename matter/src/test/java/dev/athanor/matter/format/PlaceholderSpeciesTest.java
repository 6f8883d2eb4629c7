package dev.athanor.matter.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.athanor.matter.MatterErrors;
import dev.athanor.matter.MatterException;
import dev.athanor.matter.crystal.CrystalRecord;
import dev.athanor.matter.crystal.Site;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PlaceholderSpeciesTest {
  private static final String BARE =
      "{\"id\":\"bare\",\"lattice\":[[4,0,0],[0,4,0],[0,0,4]],\"species\":[\"X0\",\"X1\",\"X0\"],"
          + "\"cart_coords\":[[0,0,0],[2,2,2],[2,0,1]]}";

  @TempDir private Path folder;

  @Test
  void namesBecomeElementsForThoseWhoAskForThem() {
    CrystalRecord entry = CrystalJsonLines.parseWithPlaceholders(BARE);
    assertThat(PlaceholderSpecies.areIn(entry)).isTrue();
    List<Site> sites = entry.crystal().sites();
    assertThat(sites.get(0).occupancies()).isEqualTo(sites.get(2).occupancies());
    assertThat(sites.get(0).occupancies()).isNotEqualTo(sites.get(1).occupancies());
    assertThat(sites.get(2).position().z()).isCloseTo(0.25, within(1e-12));
    assertThat(entry.text(PlaceholderSpecies.MARK)).contains("X0 X1");
  }

  @Test
  void theyAreRejectedForEverybodyElse() {
    String written = CrystalJsonLines.format(CrystalJsonLines.parseWithPlaceholders(BARE));
    for (String line : List.of(BARE, written, BARE.replace("X1", "Fe"))) {
      assertThatThrownBy(() -> CrystalJsonLines.parse(line))
          .isInstanceOfSatisfying(
              MatterException.class,
              e -> assertThat(e.code()).isEqualTo(MatterErrors.UNKNOWN_ELEMENT));
    }
  }

  @Test
  void moreNamesThanElementsStayDistinct() {
    PlaceholderSpecies species = new PlaceholderSpecies();
    assertThat(
            IntStream.range(0, 5_000)
                .mapToObj(i -> species.of("X" + i))
                .collect(Collectors.toSet()))
        .hasSize(5_000);
    assertThatThrownBy(() -> IntStream.range(0, 10_000).forEach(i -> species.of("X" + i)))
        .isInstanceOf(MatterException.class);
  }

  @Test
  void filesHandThemOverWithAWarning() throws IOException {
    Path file = folder.resolve("bare.jsonl");
    Files.writeString(file, BARE + "\n");
    List<String> seen = new ArrayList<>();
    StructureFiles.read(file, new Recording(seen, true));
    StructureFiles.read(file, new Recording(seen, false));
    assertThat(seen).containsExactly("PLACEHOLDER_SPECIES", "+bare", "-bare UNKNOWN_ELEMENT");
  }

  private record Recording(List<String> seen, boolean takesPlaceholders) implements StructureSink {
    @Override
    public void warned(String id, CifWarning warning) {
      seen.add(warning.kind().name());
    }

    @Override
    public void accepted(CrystalRecord entry) {
      seen.add("+" + entry.id());
    }

    @Override
    public void rejected(String id, MatterException why) {
      seen.add("-" + id + " " + why.code());
    }
  }
}
