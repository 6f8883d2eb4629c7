package dev.athanor.agent.cli;

import dev.athanor.agent.export.AtomicFile;
import dev.athanor.matter.diffraction.PowderPattern;
import dev.athanor.matter.diffraction.PowderPatternPlot;
import dev.athanor.matter.diffraction.Radiation;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code athanor xrd}: the powder pattern of every crystal. */
@Command(
    name = "xrd",
    description = "Powder diffraction patterns of crystals",
    footerHeading = "%n",
    footer = {
      "Lines by rising angle; the strongest between the two angles has intensity 100.",
      "With --json one line for each crystal: two_theta (degrees), intensity,",
      "d_spacing (angstrom) and hkl, lists of one length. A crystal without an answer",
      "gives id, error and code; the exit code is then 3, or 4 where none has one.",
      "",
      "  athanor xrd crystal.cif --svg pattern.svg",
      "  athanor xrd --json crystals.jsonl.gz > patterns.jsonl"
    })
final class XrdCommand implements Callable<Integer> {
  private final Surroundings surroundings;
  private final CommonOptions common;

  @Mixin private CrystalInput input = new CrystalInput();

  @Option(
      names = "--radiation",
      paramLabel = "NAME",
      defaultValue = "CuKa",
      completionCandidates = RadiationWord.class,
      converter = RadiationWord.class,
      description =
          "one of ${COMPLETION-CANDIDATES}, or a wavelength in angstrom; default ${DEFAULT-VALUE}")
  private Radiation radiation = Radiation.COPPER_K_ALPHA;

  @Option(
      names = "--neutron",
      description = "neutrons of that wavelength instead of X-rays (nuclear scattering only)")
  private boolean neutron;

  @Option(
      names = "--two-theta-range",
      arity = "2",
      paramLabel = "DEGREES",
      description = "first and last scattering angle; default 0 90")
  private List<Double> range = List.of(0.0, PowderPattern.DEFAULT_END);

  @Option(
      names = "--svg",
      paramLabel = "PICTURE",
      description = "draw the pattern of a single crystal into this file")
  private @Nullable Path picture;

  @Spec private CommandSpec spec = CommandSpec.create();

  XrdCommand(Surroundings surroundings, CommonOptions common) {
    this.surroundings = surroundings;
    this.common = common;
  }

  @Override
  public Integer call() throws IOException {
    double from = range.get(0);
    double to = range.get(1);
    if (!(from >= 0) || !(to > from) || !(to < 180)) {
      throw new ParameterException(
          spec.commandLine(), "--two-theta-range needs two angles that rise within 0 to 180");
    }
    CrystalSource source = input.source(surroundings);
    Radiation beam = neutron ? Radiation.neutrons(radiation.wavelength()) : radiation;
    AtomicReference<@Nullable PowderReply> drawn = new AtomicReference<>();
    CrystalQuestion question =
        crystal -> {
          PowderReply reply =
              new PowderReply(
                  crystal.row(), PowderPattern.simulate(crystal.row().crystal(), beam, from, to));
          if (picture != null && drawn.getAndSet(reply) != null) {
            throw new CliException(
                CliErrors.USAGE,
                "--svg draws one crystal, but " + source.name() + " holds several",
                "leave --svg out, or name a file with one crystal");
          }
          return reply;
        };
    int exit = CrystalRun.ask(surroundings, common, source, false, question);
    PowderReply last = drawn.get();
    if (picture != null && last != null) {
      draw(picture, last);
    }
    return exit;
  }

  private static void draw(Path file, PowderReply reply) throws IOException {
    String title = reply.row().crystal().composition().reducedFormula();
    try (AtomicFile target = Outputs.create(file)) {
      target.stream()
          .write(PowderPatternPlot.svg(reply.pattern(), title).getBytes(StandardCharsets.UTF_8));
      target.commit();
    }
  }
}
