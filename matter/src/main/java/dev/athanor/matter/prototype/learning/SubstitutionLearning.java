package dev.athanor.matter.prototype.learning;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.athanor.matter.crystal.CrystalRecord;
import dev.athanor.matter.prototype.Ion;
import dev.athanor.matter.prototype.PairFeatures;
import dev.athanor.matter.prototype.PairTable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Learns which elements and ions replace each other from known structures, and measures how well
 * that foretells compounds held back.
 *
 * <p>Run: {@code java -cp CLASSPATH dev.athanor.matter.prototype.learning.SubstitutionLearning
 * FOLDER REPORT.json LAMBDA.json STRUCTURES.jsonl.gz...}; writes {@code FOLDER/elements.tsv} (all
 * compounds), {@code intermetallic.tsv} (compounds without oxidation states) and {@code ionic.tsv}.
 *
 * <p>Crystals are gathered by arrangement; those that differ in one slot, or in two, tell what
 * replaces what. One reduced formula in ten is held back for the choice of the prior's strength and
 * of what coupled replacements count, another for the report. The tables that are written use all
 * compounds, with those choices. {@code LAMBDA.json} is the published table of Hautier et al. in
 * the form of pymatgen, for comparison only.
 */
public final class SubstitutionLearning {
  private static final int MOST_SITES = 60;
  private static final int BATCH = 4_000;
  private static final double[] COUPLED = {0, 0.03, 0.1, 0.3, 1};
  private static final double[] STRENGTHS = {1, 2, 4, 8, 16, 32};
  private static final ObjectMapper MAPPER =
      new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

  private final ArrangementGroups groups = new ArrangementGroups();
  private final List<Known> compounds = new ArrayList<>();

  private SubstitutionLearning() {}

  /** A compound, its group, and which part it is in: 0 validation, 1 test, from 2 training. */
  private record Known(int group, Arrangement arrangement, int part) {}

  /**
   * Reads the structures, writes tables and report.
   *
   * @throws IOException where a file cannot be read or written
   */
  public static void main(String[] arguments) throws IOException {
    SubstitutionLearning learning = new SubstitutionLearning();
    for (String file : Arrays.asList(arguments).subList(3, arguments.length)) {
      learning.read(Path.of(file));
    }
    HautierTable published = HautierTable.read(Path.of(arguments[2]));
    ObjectNode report = MAPPER.createObjectNode();
    report.put(
        "what",
        "replacements that lead from known compounds to compounds held back (a tenth of the"
            + " reduced formulas): how likely each model finds them, and where they rank among all"
            + " ions or elements; first and among_first are shares of the replacements");
    report.put("structures", learning.compounds.size());
    report.put("arrangements", learning.groups.count());
    Path folder = Path.of(arguments[0]);
    learning.learn(folder, "elements", false, known -> true, published, report);
    learning.learn(folder, "intermetallic", false, known -> !known.isIonic(), published, report);
    learning.learn(folder, "ionic", true, Arrangement::isIonic, published, report);
    Files.writeString(
        Path.of(arguments[1]), MAPPER.writeValueAsString(report) + "\n", StandardCharsets.UTF_8);
  }

  private void read(Path file) throws IOException {
    List<CrystalRecord> batch = new ArrayList<>(BATCH);
    CrystalLines.forEach(
        file,
        entry -> {
          batch.add(entry);
          if (batch.size() == BATCH) {
            gather(batch);
          }
        });
    gather(batch);
  }

  private void gather(List<CrystalRecord> batch) {
    batch.parallelStream()
        .map(entry -> Arrangement.of(entry.crystal(), MOST_SITES))
        .flatMap(Optional::stream)
        .toList()
        .forEach(
            arrangement ->
                compounds.add(
                    new Known(
                        groups.group(arrangement),
                        arrangement,
                        Math.floorMod(mixed(arrangement.formula()), 10))));
    batch.clear();
  }

  /** Formulas are spread evenly whatever their text looks like. */
  private static int mixed(String formula) {
    int word = formula.hashCode() * 0x9E3779B9;
    word ^= word >>> 16;
    word *= 0x85EBCA6B;
    return word ^ (word >>> 13);
  }

  private void learn(
      Path folder,
      String name,
      boolean charges,
      Predicate<Arrangement> which,
      HautierTable published,
      ObjectNode report)
      throws IOException {
    List<Known> chosen = compounds.stream().filter(k -> which.test(k.arrangement())).toList();
    Families training = families(chosen.stream().filter(k -> k.part() > 1), charges);
    Families whole = families(chosen.stream(), charges);
    Set<Ion> vocabulary = new TreeSet<>();
    chosen.forEach(k -> k.arrangement().slots().forEach(s -> vocabulary.add(whole.ion(s))));
    List<Ion> ions = List.copyOf(vocabulary);
    HeldBack validation = heldBack(chosen, training, 0, false);
    HeldBack validationCoupled = heldBack(chosen, training, 0, true);
    Choice best = new Choice(0, 1);
    double highest = Double.NEGATIVE_INFINITY;
    for (double coupled : COUPLED) {
      double[][] counts = counts(training, ions, coupled);
      double[] weights = PriorFit.weights(ions, counts);
      for (double strength : STRENGTHS) {
        HeldBack.Model model = model(new PairTable(ions, counts, weights, strength));
        double value = validation.logLikelihood(model, ions);
        // one kind of replacement in salts is only ever seen with another: that of other charge
        value += charges ? validationCoupled.logLikelihood(model, ions) : 0;
        if (value > highest) {
          highest = value;
          best = new Choice(coupled, strength);
        }
      }
    }
    ObjectNode section = report.putObject(name);
    section.put("compounds", chosen.size());
    section.put("ions", ions.size());
    section.put("families", whole.size());
    section.put("coupled_weight", best.coupled());
    section.put("prior_strength", best.strength());
    compare(
        section, ions, chosen, training, best, charges ? Optional.of(published) : Optional.empty());
    double[][] counts = counts(whole, ions, best.coupled());
    PairTable table = new PairTable(ions, counts, PriorFit.weights(ions, counts), best.strength());
    Files.writeString(
        folder.resolve(name + ".tsv"),
        table.text(
            String.format(
                Locale.ROOT,
                "computed by SubstitutionLearning from %d families of Materials Project structures"
                    + " (CC BY 4.0)",
                whole.size())),
        StandardCharsets.UTF_8);
  }

  private record Choice(double coupled, double strength) {}

  private void compare(
      ObjectNode section,
      List<Ion> ions,
      List<Known> chosen,
      Families training,
      Choice choice,
      Optional<HautierTable> published) {
    double[][] counts = counts(training, ions, choice.coupled());
    double[] weights = PriorFit.weights(ions, counts);
    double[] shares = PairTable.shares(counts);
    HeldBack.Model ours = model(new PairTable(ions, counts, weights, choice.strength()));
    double[] popularity = new double[PairFeatures.NAMES.size() + 1];
    popularity[PairFeatures.NAMES.size()] = 1;
    HeldBack.Model independent =
        (from, candidates) -> row(candidates, to -> shares[ions.indexOf(to)]);
    HeldBack.Model prior =
        (from, candidates) -> {
          double[] all = PairTable.prior(ions, shares, ions.indexOf(from), weights);
          return row(candidates, to -> all[ions.indexOf(to)]);
        };
    HeldBack.Model countsOnly = model(new PairTable(ions, counts, popularity, choice.strength()));
    for (boolean coupled : new boolean[] {false, true}) {
      HeldBack test = heldBack(chosen, training, 1, coupled);
      ObjectNode part = section.putObject(coupled ? "two_slots" : "one_slot");
      part.put("replacements", test.size());
      part.set("independent", test.report(independent, ions));
      part.set("differences_only", test.report(prior, ions));
      part.set("counts_only", test.report(countsOnly, ions));
      part.set("ours", test.report(ours, ions));
      published.ifPresent(
          table -> {
            List<Ion> common = ions.stream().filter(table::knows).toList();
            HeldBack shared = test.between(table::knows);
            ObjectNode node = part.putObject("ions_that_hautier_2011_knows");
            node.put("ions", common.size());
            node.put("different_replacements", shared.size());
            node.set("independent", shared.report(independent, common));
            node.set("hautier_2011", shared.report(table, common));
            node.set("ours", shared.report(ours, common));
          });
    }
  }

  private static HeldBack.Model model(PairTable table) {
    return (from, candidates) ->
        row(candidates, to -> table.probability(from, to).orElse(Double.MIN_NORMAL));
  }

  private interface Score {
    double of(Ion to);
  }

  private static double[] row(List<Ion> candidates, Score score) {
    return candidates.stream().mapToDouble(score::of).toArray();
  }

  private static HeldBack heldBack(
      List<Known> chosen, Families training, int part, boolean coupled) {
    HeldBack result = new HeldBack();
    chosen.stream()
        .filter(k -> k.part() == part)
        .forEach(k -> result.add(training, k.group(), k.arrangement(), coupled));
    return result;
  }

  private static Families families(Stream<Known> chosen, boolean charges) {
    Families families = new Families(charges);
    chosen.forEach(k -> families.add(k.group(), k.arrangement()));
    return families;
  }

  private static double[][] counts(Families families, List<Ion> ions, double coupled) {
    Map<Ion, Integer> index = new HashMap<>();
    ions.forEach(ion -> index.put(ion, index.size()));
    double[][] counts = families.singleCounts(index);
    if (coupled > 0) {
      double[][] more = families.coupledCounts(index);
      for (int a = 0; a < counts.length; a++) {
        for (int b = 0; b < counts.length; b++) {
          counts[a][b] += coupled * more[a][b];
        }
      }
    }
    return counts;
  }
}
