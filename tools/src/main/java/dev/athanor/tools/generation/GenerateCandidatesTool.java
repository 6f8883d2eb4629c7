package dev.athanor.tools.generation;

import dev.athanor.matter.chemistry.Composition;
import dev.athanor.matter.crystal.CrystalRecord;
import dev.athanor.models.elements.AtomicModel;
import dev.athanor.tools.DescribedTool;
import dev.athanor.tools.Effect;
import dev.athanor.tools.ToolContext;
import dev.athanor.tools.ToolDescription;
import dev.athanor.tools.ToolErrors;
import dev.athanor.tools.ToolException;
import dev.athanor.tools.ToolKnowledge;
import dev.athanor.tools.candidate.Candidate;
import dev.athanor.tools.candidate.CandidateSet;
import dev.athanor.tools.candidate.Origin;
import dev.athanor.tools.candidate.Rows;
import dev.athanor.tools.candidate.Specimens;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Makes new crystals under constraints. */
public final class GenerateCandidatesTool
    extends DescribedTool<GenerationRequest, GenerateCandidatesTool.Result> {
  private static final ToolDescription DESCRIPTION =
      new ToolDescription(
          "generate_candidates",
          "Makes new crystals: substitutes into known superconductors, decorates structure types,"
              + " mutates known crystals, puts atoms at random into space groups.",
          "At the start of a search for compounds that are not known. To study a given compound use"
              + " read_structure or search_known.",
          "Optionally required_elements, allowed_elements, forbidden_elements, min_elements,"
              + " max_elements, max_atoms, kind (INTERMETALLIC or ANY), families,"
              + " min_parent_critical_temperature (K), route (MOTIF, PROTOTYPE, BOTH,"
              + " MUTATION, SPACE_GROUP, ALL), include_known, count, seed.",
          "candidate_set; rows with formula, origin (parent, what replaced what, score, electron"
              + " rule); how many drafts were given up and why.",
          "Ordered structures; but for SPACE_GROUP with the arrangement of a known one and a cell"
              + " sized by rule, so relax before trusting distances. SPACE_GROUP makes 100 at most,"
              + " few of them stable. Radioactive elements only if asked for by name.",
          "Ten to twenty seconds for some hundred candidates; SPACE_GROUP two seconds for each.");

  private final AtomicModel model;
  private final ToolKnowledge knowledge;

  /**
   * Builds on this knowledge.
   *
   * @param model brings atoms that were put at random to rest, and tells the lowest of some
   */
  public GenerateCandidatesTool(AtomicModel model, ToolKnowledge knowledge) {
    super(
        DESCRIPTION, GenerationRequest.class, Result.class, Effect.COMPUTE, Duration.ofMinutes(10));
    this.model = model;
    this.knowledge = knowledge;
  }

  /**
   * What was made.
   *
   * @param candidateSet address of the candidates
   * @param count how many there are
   * @param chemicalSystems how many different sets of elements
   * @param structureTypes how many different structure types
   * @param templates structures that were tried
   * @param considered drafts that the constraints admitted
   * @param discarded drafts given up, by reason
   * @param rows the first 200 candidates
   */
  public record Result(
      String candidateSet,
      int count,
      int chemicalSystems,
      int structureTypes,
      int templates,
      int considered,
      List<Discarded> discarded,
      List<Row> rows) {}

  /**
   * One candidate.
   *
   * @param crystal its address
   * @param formula its reduced formula
   * @param atoms atoms in the cell
   * @param origin where it comes from
   */
  public record Row(String crystal, String formula, int atoms, Origin origin) {}

  /**
   * Drafts given up for one reason.
   *
   * @param reason in words
   * @param count how many
   */
  public record Discarded(String reason, int count) {}

  @Override
  public Result run(GenerationRequest request, ToolContext context) {
    List<Template> templates = Templates.of(knowledge, ElementPool.of(request), request);
    CandidateGenerator generator =
        new CandidateGenerator(
            request,
            this::isKnown,
            new RandomPlacement(model, knowledge.crystals().get()),
            context);
    List<CandidateGenerator.Made> made = generator.generate(templates);
    if (made.isEmpty()) {
      throw new ToolException(
          ToolErrors.NO_CANDIDATES,
          "no crystal satisfies the constraints; of "
              + generator.considered()
              + " drafts "
              + generator.discarded(),
          "allow more elements, more atoms or another route");
    }
    List<Candidate> candidates = new ArrayList<>();
    List<Row> rows = new ArrayList<>();
    for (CandidateGenerator.Made one : made) {
      Candidate candidate = stored(one, candidates.size() + 1, context);
      candidates.add(candidate);
      rows.add(
          new Row(
              candidate.crystal(),
              candidate.formula(),
              one.crystal().sites().size(),
              candidate.origin().orElseThrow()));
    }
    return new Result(
        CandidateSet.of(candidates).store(context.artifacts()),
        candidates.size(),
        (int) made.stream().map(m -> m.crystal().composition().elements()).distinct().count(),
        (int) made.stream().map(m -> m.origin().prototype()).distinct().count(),
        templates.size(),
        generator.considered(),
        discarded(generator.discarded()),
        Rows.shown(rows));
  }

  private boolean isKnown(Composition composition) {
    return !knowledge.phases().get().find(composition).isEmpty()
        || !knowledge.superconductors().get().find(composition).isEmpty();
  }

  private static Candidate stored(CandidateGenerator.Made made, int number, ToolContext context) {
    String formula = made.crystal().composition().reducedFormula();
    String id = formula + "-" + number;
    String address = Specimens.store(CrystalRecord.of(id, made.crystal()), context.artifacts());
    return Candidate.of(address, id, formula, Optional.of(made.origin()));
  }

  private static List<Discarded> discarded(Map<String, Integer> counts) {
    return counts.entrySet().stream().map(e -> new Discarded(e.getKey(), e.getValue())).toList();
  }
}
