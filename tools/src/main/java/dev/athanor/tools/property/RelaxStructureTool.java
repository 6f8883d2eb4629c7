package dev.athanor.tools.property;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import dev.athanor.matter.crystal.CrystalRecord;
import dev.athanor.matter.crystal.GeometryCheck;
import dev.athanor.models.elements.AtomicModel;
import dev.athanor.models.elements.Relaxation;
import dev.athanor.models.elements.RelaxationSettings;
import dev.athanor.tools.Bounds;
import dev.athanor.tools.DescribedTool;
import dev.athanor.tools.Effect;
import dev.athanor.tools.ToolContext;
import dev.athanor.tools.ToolDescription;
import dev.athanor.tools.ToolException;
import dev.athanor.tools.candidate.Candidate;
import dev.athanor.tools.candidate.CandidateSet;
import dev.athanor.tools.candidate.Rejection;
import dev.athanor.tools.candidate.RelaxationNote;
import dev.athanor.tools.candidate.RelaxationNote.Status;
import dev.athanor.tools.candidate.Rounding;
import dev.athanor.tools.candidate.Rows;
import dev.athanor.tools.candidate.Specimen;
import dev.athanor.tools.candidate.Specimens;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Moves atoms and cells towards a structure that could exist; says so where it does not settle. */
public final class RelaxStructureTool
    extends DescribedTool<RelaxStructureTool.Request, RelaxStructureTool.Result> {
  private static final ToolDescription DESCRIPTION =
      new ToolDescription(
          "relax_structure",
          "Moves the atoms and the cell of a crystal towards rest, by the atomic model.",
          "On generated or roughly drawn crystals before their stability is predicted. Not on"
              + " measured structures, which are at rest already.",
          "candidate_set or crystals; optionally max_steps (1 to 500) and tolerance (angstrom).",
          "candidate_set of the relaxed crystals; rows with status CONVERGED or NOT_CONVERGED,"
              + " steps, last_step (angstrom) and volume_change.",
          "No forces of quantum mechanics: the model denoises. NOT_CONVERGED structures are handed"
              + " on, marked, and should not be trusted.",
          "About a second for ten crystals.");

  private final AtomicModel model;

  /** Relaxes with this model. */
  public RelaxStructureTool(AtomicModel model) {
    super(DESCRIPTION, Request.class, Result.class, Effect.COMPUTE, Duration.ofMinutes(20));
    this.model = model;
  }

  /**
   * What to relax, and how far.
   *
   * @param candidateSet address of a stored set
   * @param crystals addresses of crystals
   * @param maxSteps steps at most
   * @param tolerance root mean square displacement of a step at which it has converged, angstrom
   */
  public record Request(
      @JsonPropertyDescription("Address of a candidate set, as an earlier tool returned it.")
          @Bounds(min = 12, max = 64)
          Optional<String> candidateSet,
      @JsonPropertyDescription("Addresses of single crystals.") @Bounds(max = 2000)
          Optional<List<String>> crystals,
      @JsonPropertyDescription("Steps at most; 50 unless told.") @Bounds(min = 1, max = 500)
          Optional<Integer> maxSteps,
      @JsonPropertyDescription("Displacement of a step, angstrom, that counts as rest; 0.01.")
          @Bounds(min = 0.0001, max = 1)
          Optional<Double> tolerance) {
    public Request {
      crystals = crystals.map(List::copyOf);
    }
  }

  /**
   * What became of the crystals.
   *
   * @param model version of the model
   * @param candidateSet address of the set of relaxed crystals
   * @param converged how many came to rest
   * @param notConverged how many did not
   * @param rows one for each crystal, the first 200
   * @param rejected crystals that could not be relaxed
   */
  public record Result(
      String model,
      String candidateSet,
      int converged,
      int notConverged,
      List<Row> rows,
      List<Rejection> rejected) {}

  /**
   * One crystal.
   *
   * @param crystal address after relaxing
   * @param formula its reduced formula
   * @param relaxation how it went
   */
  public record Row(String crystal, String formula, RelaxationNote relaxation) {}

  @Override
  public Result run(Request request, ToolContext context) {
    Specimens specimens =
        Specimens.resolve(request.candidateSet(), request.crystals(), context.artifacts());
    RelaxationSettings settings =
        new RelaxationSettings(
            request.maxSteps().orElse(RelaxationSettings.DEFAULT.maxSteps()),
            request.tolerance().orElse(RelaxationSettings.DEFAULT.tolerance()));
    List<Rejection> rejected = new ArrayList<>(specimens.rejected());
    List<Candidate> candidates = new ArrayList<>();
    for (Specimen specimen : specimens.usable()) {
      context.checkCancelled();
      try {
        candidates.add(relaxed(specimen, settings, context));
      } catch (ToolException e) {
        throw e;
      } catch (RuntimeException e) {
        rejected.add(Rejections.of(specimen, e));
      }
      context.progress(
          candidates.size() + rejected.size() - specimens.rejected().size(),
          specimens.usable().size(),
          "relaxations");
    }
    int converged =
        (int) candidates.stream().filter(c -> note(c).status() == Status.CONVERGED).count();
    return new Result(
        model.version(),
        CandidateSet.of(candidates).store(context.artifacts()),
        converged,
        candidates.size() - converged,
        Rows.shown(
            candidates.stream().map(c -> new Row(c.crystal(), c.formula(), note(c))).toList()),
        Rows.shown(rejected));
  }

  private Candidate relaxed(Specimen specimen, RelaxationSettings settings, ToolContext context) {
    Relaxation relaxation = model.relax(specimen.crystal(), settings);
    // a structure that fell apart has not converged, whatever the last step says
    boolean sound = relaxation.converged() && GeometryCheck.of(relaxation.crystal()).isPossible();
    Candidate before = specimen.candidate();
    String address =
        Specimens.store(CrystalRecord.of(before.id(), relaxation.crystal()), context.artifacts());
    return before.relaxedTo(
        address,
        new RelaxationNote(
            sound ? Status.CONVERGED : Status.NOT_CONVERGED,
            before.crystal(),
            relaxation.steps(),
            Rounding.round(relaxation.lastStep(), 5),
            Rounding.round(relaxation.volumeChange(), 5)));
  }

  private static RelaxationNote note(Candidate candidate) {
    return candidate.relaxation().orElseThrow();
  }
}
