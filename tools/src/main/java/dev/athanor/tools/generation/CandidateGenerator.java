package dev.athanor.tools.generation;

import dev.athanor.matter.chemistry.Composition;
import dev.athanor.matter.chemistry.Element;
import dev.athanor.matter.crystal.Crystal;
import dev.athanor.matter.crystal.GeometryCheck;
import dev.athanor.matter.matching.ReducedCrystal;
import dev.athanor.matter.matching.SpeciesRule;
import dev.athanor.matter.matching.StructureMatcher;
import dev.athanor.tools.ToolContext;
import dev.athanor.tools.candidate.Origin;
import dev.athanor.tools.candidate.Origin.Route;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;

/** Works off drafts, likeliest first, until enough crystals have passed every check. */
final class CandidateGenerator {
  private static final int DRAFTS_PER_TEMPLATE = 200;

  /** No structure type takes more than one part in this many of the first round. */
  private static final int TYPE_SHARE = 40;

  /** Drafts that keep the rules, for each candidate wanted; some are discarded later. */
  private static final int PLAUSIBLE_PER_CANDIDATE = 10;

  /** So many drafts for each candidate wanted, and this many at least, are judged by rules. */
  private static final int JUDGED_PER_CANDIDATE = 30;

  private static final int LEAST_JUDGED = 5000;

  /** Plausible candidates of one set of elements before less plausible ones of other sets. */
  private static final int MOST_OF_A_PLAUSIBLE_SYSTEM = 8;

  /** Candidates whose atoms are put at random: each takes a second. */
  private static final int MOST_PLACED = 100;

  private static final int TRIES_PER_PLACED = 3;

  /** Chance finds no structure of many atoms. */
  private static final int MOST_ATOMS_PLACED = 16;

  /** Least share of metal atoms in an intermetallic phase. */
  private static final double METALS = 0.5;

  private final GenerationRequest request;
  private final Predicate<Composition> known;
  private final RandomPlacement placement;
  private final ToolContext context;
  private final Map<String, Integer> discarded = new TreeMap<>();
  private final List<Made> made = new ArrayList<>();
  private final StructureMatcher matcher = StructureMatcher.standard();
  private final Map<String, List<ReducedCrystal>> seen = new HashMap<>();
  private final Map<Template, Double> contacts = new HashMap<>();
  private final Map<Set<Element>, Integer> systems = new HashMap<>();
  private final Map<String, Integer> types = new HashMap<>();
  private int considered;

  CandidateGenerator(
      GenerationRequest request,
      Predicate<Composition> known,
      RandomPlacement placement,
      ToolContext context) {
    this.request = request;
    this.known = known;
    this.placement = placement;
    this.context = context;
  }

  /**
   * A crystal that passed.
   *
   * @param crystal the structure
   * @param origin where it came from
   */
  record Made(Crystal crystal, Origin origin) {}

  List<Made> generate(List<Template> templates) {
    Drafts drafts = new Drafts(ElementPool.of(request), request);
    List<Draft> queue = new ArrayList<>();
    for (int i = 0; i < templates.size(); i++) {
      if (i % 16 == 0) {
        context.checkCancelled();
      }
      queue.addAll(drafts.of(templates.get(i), DRAFTS_PER_TEMPLATE));
    }
    PlausibleFirst order =
        PlausibleFirst.of(
            queue,
            PLAUSIBLE_PER_CANDIDATE * request.wanted(),
            JUDGED_PER_CANDIDATE * request.wanted() + LEAST_JUDGED);
    considered = queue.size();
    if (!request.onlyAtRandom()) {
      List<Draft> left = work(order.plausible(), MOST_OF_A_PLAUSIBLE_SYSTEM);
      List<Draft> rest = new ArrayList<>(order.others());
      rest.addAll(left);
      work(rest, Integer.MAX_VALUE);
    }
    if (request.ways().contains(Route.SPACE_GROUP)) {
      List<Draft> compositions = new ArrayList<>(order.plausible());
      compositions.addAll(order.others());
      placeAtRandom(compositions);
    }
    return made;
  }

  /** Gives structures of chance to compositions of drafts that have none so far. */
  private void placeAtRandom(List<Draft> drafts) {
    Set<String> tried = new HashSet<>();
    int wanted = Math.min(MOST_PLACED, request.wanted() - made.size());
    int left = wanted;
    for (Draft draft : drafts) {
      if (left == 0 || tried.size() >= TRIES_PER_PLACED * wanted) {
        return;
      }
      Template template = draft.template();
      Composition composition =
          draft.slots().decorated(template.crystal(), draft.elements()).composition();
      Optional<String> rule = ElectronRule.kept(composition, template.crystal().composition());
      boolean suits =
          composition.atomCount() <= MOST_ATOMS_PLACED
              && rule.isPresent()
              && metallicEnough(composition)
              && (request.includeKnown().orElse(false) || !known.test(composition));
      if (suits
          && !seen.containsKey(composition.reducedFormula())
          && tried.add(composition.reducedFormula())
          && place(draft, composition, rule.get())) {
        left--;
      }
    }
  }

  private boolean place(Draft draft, Composition composition, String rule) {
    context.checkCancelled();
    long seed = request.seed().orElse(0) * 31L + composition.reducedFormula().hashCode();
    Optional<RandomPlacement.Placed> placed = placement.place(composition, seed);
    if (placed.isEmpty()) {
      return discard("atoms put at random came to no rest");
    }
    return keep(placed.get().crystal(), Origins.of(draft, placed.get(), rule));
  }

  /** Makes the widest choice first, then more of each system and type; returns what is left. */
  private List<Draft> work(List<Draft> drafts, int mostOfASystem) {
    List<Draft> queue = drafts;
    int perSystem = 1;
    int perType = Math.max(2, request.wanted() / TYPE_SHARE);
    while (made.size() < request.wanted() && !queue.isEmpty() && perSystem <= mostOfASystem) {
      queue = round(queue, perSystem, perType);
      perSystem = Math.min(Integer.MAX_VALUE / 2, perSystem * 2);
      perType = Math.min(Integer.MAX_VALUE / 2, perType * 2);
    }
    return queue;
  }

  /** How many drafts there were. */
  int considered() {
    return considered;
  }

  /** How many drafts were given up, by reason. */
  Map<String, Integer> discarded() {
    return discarded;
  }

  /** Makes what the caps admit; returns what they held back. */
  private List<Draft> round(List<Draft> queue, int perSystem, int perType) {
    List<Draft> later = new ArrayList<>();
    for (Draft draft : queue) {
      if (made.size() >= request.wanted()) {
        break;
      }
      if (systems.getOrDefault(draft.system(), 0) >= perSystem
          || types.getOrDefault(draft.prototype(), 0) >= perType) {
        later.add(draft);
        continue;
      }
      if (make(draft)) {
        systems.merge(draft.system(), 1, Integer::sum);
        types.merge(draft.prototype(), 1, Integer::sum);
      }
    }
    return later;
  }

  private boolean make(Draft draft) {
    Template template = draft.template();
    Crystal decorated = draft.slots().decorated(template.crystal(), draft.elements());
    Composition composition = decorated.composition();
    if (!request.includeKnown().orElse(false) && known.test(composition)) {
      return discard("its composition is known already");
    }
    if (!metallicEnough(composition)) {
      return discard("less than half of its atoms are metals");
    }
    Optional<String> rule = ElectronRule.kept(composition, template.crystal().composition());
    if (rule.isEmpty()) {
      return discard("electron count or charge is not plausible");
    }
    context.checkCancelled();
    double contact =
        contacts.computeIfAbsent(
            template, t -> GeometryCheck.of(t.crystal()).shortestDistanceRatio());
    Crystal crystal = Sizing.sized(decorated, template.crystal(), contact);
    if (GeometryCheck.of(crystal).verdict() != GeometryCheck.Verdict.PLAUSIBLE) {
      return discard("atoms too close, or a volume that such atoms do not fill");
    }
    return keep(crystal, Origins.of(draft, rule.get()));
  }

  private boolean keep(Crystal crystal, Origin origin) {
    ReducedCrystal reduced = matcher.reduced(crystal);
    List<ReducedCrystal> others =
        seen.computeIfAbsent(crystal.composition().reducedFormula(), key -> new ArrayList<>());
    if (others.stream().anyMatch(other -> matcher.fits(reduced, other, SpeciesRule.SAME))) {
      return discard("the same crystal was made already");
    }
    others.add(reduced);
    made.add(new Made(crystal, origin));
    context.progress(made.size(), request.wanted(), "candidates");
    return true;
  }

  private boolean metallicEnough(Composition composition) {
    return request.chemistry() == GenerationRequest.Chemistry.ANY || metals(composition) >= METALS;
  }

  private static double metals(Composition composition) {
    return composition.elements().stream()
        .filter(Element::isMetal)
        .mapToDouble(composition::fraction)
        .sum();
  }

  private boolean discard(String reason) {
    discarded.merge(reason, 1, Integer::sum);
    return false;
  }
}
