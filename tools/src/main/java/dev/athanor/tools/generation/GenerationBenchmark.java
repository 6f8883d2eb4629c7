package dev.athanor.tools.generation;

import dev.athanor.matter.crystal.Crystal;
import dev.athanor.matter.crystal.GeometryCheck;
import dev.athanor.matter.matching.ReducedCrystal;
import dev.athanor.matter.matching.SpeciesRule;
import dev.athanor.matter.matching.StructureMatcher;
import dev.athanor.models.Estimate;
import dev.athanor.models.elements.AtomicModel;
import dev.athanor.models.elements.evaluation.Benchmark;
import dev.athanor.tools.ArtifactStore;
import dev.athanor.tools.ToolContext;
import dev.athanor.tools.ToolErrors;
import dev.athanor.tools.ToolException;
import dev.athanor.tools.ToolKnowledge;
import dev.athanor.tools.candidate.Candidate;
import dev.athanor.tools.candidate.CandidateSet;
import dev.athanor.tools.candidate.Novelty.Level;
import dev.athanor.tools.candidate.RelaxationNote.Status;
import dev.athanor.tools.candidate.Specimen;
import dev.athanor.tools.candidate.Specimens;
import dev.athanor.tools.property.CheckNoveltyTool;
import dev.athanor.tools.property.CrystalsRequest;
import dev.athanor.tools.property.PredictStabilityTool;
import dev.athanor.tools.property.RelaxStructureTool;
import dev.athanor.tools.ranking.Normal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Which share of generated crystals is valid, unique, novel and predicted stable, over varied
 * questions, through the tools that an investigation uses.
 *
 * <p>Valid: obeys the question, has come to rest when relaxed, its atoms have room; charge or
 * electron count are kept by construction. Unique: no candidate of any question before has the same
 * structure. Novel: neither its structure nor, as a superconductor, its composition is known.
 * Stable: its energy lies at most 0.1 eV/atom above the hull of the reference phases, both energies
 * by this model.
 *
 * <p>Not to be taken for figures by density functional theory, as those of generative models are:
 * the judge here is a network whose errors are of the size of the limit. So the share that its
 * deviations lead to expect is given beside, {@code mean P(E_hull <= 0.1)} over valid, unique and
 * novel ones.
 */
public final class GenerationBenchmark {
  private static final int COUNT = 50;
  private static final double LIMIT = 0.1;

  /** MatterGen, DFT-relaxed, below 0.1 eV/atom: Zeni et al., Nature 639, 624 (2025). */
  private static final double MATTERGEN = 0.3857;

  private final AtomicModel model;
  private final ToolKnowledge knowledge;
  private final StructureMatcher matcher = StructureMatcher.standard();
  private final Map<String, List<ReducedCrystal>> seen = new HashMap<>();

  /** Measures the generator with this model as its judge. */
  public GenerationBenchmark(AtomicModel model, ToolKnowledge knowledge) {
    this.model = model;
    this.knowledge = knowledge;
  }

  /** Counts over one question or several. */
  private static final class Tally {
    private int made;
    private int obedient;
    private int valid;
    private int unique;
    private int novel;
    private int stable;
    private int all;
    private double expected;

    private void add(Tally other) {
      made += other.made;
      obedient += other.obedient;
      valid += other.valid;
      unique += other.unique;
      novel += other.novel;
      stable += other.stable;
      all += other.all;
      expected += other.expected;
    }
  }

  /** Asks every question; figures go into {@code benchmark}. */
  public void run(Benchmark benchmark) {
    run(BenchmarkQuestions.all(COUNT), benchmark);
  }

  void run(List<BenchmarkQuestions.Question> questions, Benchmark benchmark) {
    Tally total = new Tally();
    Tally unseen = new Tally();
    for (int i = 0; i < questions.size(); i++) {
      Tally tally = ask(questions.get(i).request());
      total.add(tally);
      if (i >= BenchmarkQuestions.SEEN) {
        unseen.add(tally);
      }
      benchmark.add(
          "valid, unique, novel and predicted stable",
          tally.made + " " + questions.get(i).name(),
          share(tally.all, tally),
          "1");
    }
    String dataset = total.made + " candidates to " + questions.size() + " questions";
    benchmark.add("constraints obeyed", dataset, share(total.obedient, total), "1");
    benchmark.add("valid", dataset, share(total.valid, total), "1");
    benchmark.add("unique", dataset, share(total.unique, total), "1");
    benchmark.add("novel", dataset, share(total.novel, total), "1");
    benchmark.add(
        "predicted within 0.1 eV/atom of the hull", dataset, share(total.stable, total), "1");
    benchmark.add(
        "valid, unique, novel and predicted stable",
        dataset,
        share(total.all, total),
        "1",
        Benchmark.baseline("MatterGen, stable by DFT, other questions", MATTERGEN));
    benchmark.add(
        "valid, unique, novel and stable, as the deviations of the energies lead to expect",
        dataset,
        total.expected / Math.max(1, total.made),
        "1");
    if (unseen.made > 0) {
      benchmark.add(
          "valid, unique, novel and predicted stable",
          unseen.made + " candidates to questions that were not looked at before",
          share(unseen.all, unseen),
          "1");
    }
  }

  private static double share(int count, Tally tally) {
    return (double) count / Math.max(1, tally.made);
  }

  private Tally ask(GenerationRequest request) {
    ToolContext context = new QuietContext(new MemoryArtifacts());
    Tally tally = new Tally();
    GenerateCandidatesTool.Result made;
    try {
      made = new GenerateCandidatesTool(model, knowledge).run(request, context);
    } catch (ToolException e) {
      if (e.code() == ToolErrors.NO_CANDIDATES) {
        return tally;
      }
      throw e;
    }
    RelaxStructureTool.Result relaxed =
        new RelaxStructureTool(model)
            .run(
                new RelaxStructureTool.Request(
                    Optional.of(made.candidateSet()),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty()),
                context);
    CrystalsRequest crystals =
        new CrystalsRequest(Optional.of(relaxed.candidateSet()), Optional.empty());
    Map<String, Estimate> above = new HashMap<>();
    for (Candidate candidate :
        set(
            new PredictStabilityTool(model, knowledge.phases())
                .run(crystals, context)
                .candidateSet(),
            context)) {
      candidate.energyAboveHull().ifPresent(value -> above.put(candidate.id(), value));
    }
    List<Candidate> compared =
        set(new CheckNoveltyTool(knowledge).run(crystals, context).candidateSet(), context);
    tally.made = made.count();
    for (Specimen specimen : Specimens.load(compared, context.artifacts()).usable()) {
      count(specimen, Optional.ofNullable(above.get(specimen.candidate().id())), request, tally);
    }
    return tally;
  }

  private static List<Candidate> set(String address, ToolContext context) {
    return CandidateSet.load(address, context.artifacts()).candidates();
  }

  private void count(
      Specimen specimen, Optional<Estimate> above, GenerationRequest request, Tally tally) {
    Crystal crystal = specimen.crystal();
    boolean obedient = Obedience.keeps(crystal, request);
    boolean valid =
        obedient
            && specimen.candidate().relaxation().orElseThrow().status() == Status.CONVERGED
            && GeometryCheck.of(crystal).verdict() == GeometryCheck.Verdict.PLAUSIBLE;
    boolean unique = unique(crystal);
    Level level = specimen.candidate().novelty().orElseThrow().level();
    boolean novel = level != Level.KNOWN_STRUCTURE && level != Level.KNOWN_SUPERCONDUCTOR;
    boolean stable = above.map(value -> value.value() <= LIMIT).orElse(false);
    tally.obedient += obedient ? 1 : 0;
    tally.valid += valid ? 1 : 0;
    tally.unique += unique ? 1 : 0;
    tally.novel += novel ? 1 : 0;
    tally.stable += stable ? 1 : 0;
    if (valid && unique && novel) {
      tally.all += stable ? 1 : 0;
      tally.expected += above.map(GenerationBenchmark::chance).orElse(0.0);
    }
  }

  /** Probability that the energy above the hull is within the limit, errors taken as normal. */
  private static double chance(Estimate above) {
    double deviation = Math.max(1e-6, above.standardDeviation());
    return Normal.cumulative((LIMIT - above.value()) / deviation);
  }

  private boolean unique(Crystal crystal) {
    ReducedCrystal reduced = matcher.reduced(crystal);
    List<ReducedCrystal> others =
        seen.computeIfAbsent(crystal.composition().reducedFormula(), formula -> new ArrayList<>());
    boolean first = others.stream().noneMatch(o -> matcher.fits(reduced, o, SpeciesRule.SAME));
    others.add(reduced);
    return first;
  }

  private record QuietContext(ArtifactStore artifacts) implements ToolContext {
    @Override
    public String callId() {
      return "benchmark";
    }

    @Override
    public void progress(long done, long total, String message) {
      // the evaluation has a line of its own
    }

    @Override
    public void checkCancelled() {
      // a person who measures waits or stops the process
    }
  }
}
