package dev.athanor.matter.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import dev.athanor.matter.MatterException;
import dev.athanor.matter.crystal.Crystal;
import dev.athanor.matter.crystal.CrystalRecord;
import dev.athanor.matter.crystal.Lattice;
import dev.athanor.matter.crystal.Site;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** What holds for every reader, as assertions that fuzz targets share. */
final class Contract {
  /** Longest message that an error may carry: it may quote the input, not repeat it. */
  private static final int MAX_MESSAGE = 2_000;

  private Contract() {}

  static String text(byte[] data) {
    return new String(data, StandardCharsets.UTF_8);
  }

  /** What a reader makes of its input; empty where it rejects it as readers may. */
  static <T> Optional<T> read(Supplier<T> reader) {
    try {
      return Optional.of(reader.get());
    } catch (MatterException e) {
      checkError(e);
      return Optional.empty();
    }
  }

  static void checkError(MatterException e) {
    assertThat(e.code()).isNotNull();
    assertThat(e.getMessage()).isNotBlank().hasSizeLessThan(MAX_MESSAGE);
  }

  /** The same crystal, as far as a text with some ten digits can hold it. */
  static void assertSame(Crystal expected, Crystal actual) {
    assertThat(actual.sites()).hasSameSizeAs(expected.sites());
    assertThat(actual.composition().elements()).isEqualTo(expected.composition().elements());
    assertThat(actual.lattice().volume() / expected.lattice().volume()).isBetween(.999, 1.001);
  }

  /**
   * True for crystals that a text of fixed digits can hold: written cells have twelve decimals, so
   * an edge of 1e-9 angstrom is legal to read and impossible to write.
   */
  static boolean isWritable(CrystalRecord entry) {
    Lattice lattice = entry.crystal().lattice();
    double edges = lattice.a().length() * lattice.b().length() * lattice.c().length();
    return lattice.volume() > 1e-3 * edges
        && List.of(lattice.a(), lattice.b(), lattice.c()).stream()
            .allMatch(edge -> edge.length() > .1 && edge.length() < 1e3)
        && entry.crystal().sites().stream().allMatch(Contract::isWritable);
  }

  private static boolean isWritable(Site site) {
    return site.position().length() < 1e3
        && site.occupancies().values().stream().allMatch(share -> share > 1e-6);
  }
}
