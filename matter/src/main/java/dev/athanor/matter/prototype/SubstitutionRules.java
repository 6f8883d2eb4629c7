package dev.athanor.matter.prototype;

import dev.athanor.matter.chemistry.Composition;
import dev.athanor.matter.chemistry.Element;
import dev.athanor.matter.chemistry.IonicRadii;
import dev.athanor.matter.chemistry.OxidationStates;
import dev.athanor.matter.chemistry.ValenceElectrons;
import dev.athanor.matter.prototype.RuleVerdict.Rule;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Rules of thumb of crystal chemistry for replacing elements in a known compound and for mixing
 * them on a site, each with its numbers.
 *
 * <p>Salts (an anion of group 15 to 17 more electronegative than 2.5, and balanced oxidation
 * states): charges of the product add up to zero; ions that replace each other differ by at most
 * one charge and 15 % of the larger Shannon radius (Goldschmidt 1926), and by at most {@value
 * #SALT_ELECTRONEGATIVITY} in electronegativity (after Ringwood 1955, here wide). Others: metallic
 * radii differ by at most 15 % (Hume-Rothery), electronegativities by at most {@value
 * #METAL_ELECTRONEGATIVITY} (Darken and Gurry 1953), valence electrons per atom by at most {@value
 * #VALENCE_ELECTRONS}. Mixtures on a site: radius scatter {@code d = sqrt(sum c_i (1 - r_i/r)^2)}
 * at most 6.6 % (Yang and Zhang 2012) and the same limit for electronegativities.
 *
 * <p>A rule without its numbers (no radius on record) says nothing and is left out. Rules rank and
 * explain; many known compounds break one. They do not replace an energy.
 *
 * @see <a href="https://doi.org/10.1007/BF01507527">Goldschmidt, Naturwissenschaften 14, 477
 *     (1926)</a>; <a href="https://doi.org/10.1021/ja01379a006">Pauling, J. Am. Chem. Soc. 51, 1010
 *     (1929)</a>; Hume-Rothery and Powell, Z. Krist. 91, 23 (1935); <a
 *     href="https://doi.org/10.1016/j.matchemphys.2011.11.021">Yang and Zhang, Mater. Chem. Phys.
 *     132, 233 (2012)</a>
 */
public final class SubstitutionRules {
  /** Largest relative difference of radii. */
  public static final double RADIUS = 0.15;

  /** Largest difference of electronegativity between ions that replace each other, Pauling. */
  public static final double SALT_ELECTRONEGATIVITY = 0.6;

  /** Largest difference of electronegativity between metals that replace each other, Pauling. */
  public static final double METAL_ELECTRONEGATIVITY = 0.4;

  /** Largest change of valence electrons per atom. */
  public static final double VALENCE_ELECTRONS = 1.0;

  /** Largest scatter of radii in a solid solution. */
  public static final double RADIUS_SCATTER = 0.066;

  private static final int USUAL_NEIGHBOURS = 6;
  private static final double IONIC = 2.5;

  /** Pauling's limits are undercut by so much in many known compounds. */
  private static final double RATIO_SLACK = 0.85;

  private SubstitutionRules() {}

  /** True when every rule that applies is kept. */
  public static boolean allKept(List<RuleVerdict> verdicts) {
    return verdicts.stream().allMatch(RuleVerdict::kept);
  }

  /**
   * What the rules say when elements of a compound are replaced.
   *
   * @param parent the known compound
   * @param replacements old element to new one; elements not named stay
   */
  public static List<RuleVerdict> replace(Composition parent, Map<Element, Element> replacements) {
    return replace(parent, replacements, Map.of());
  }

  /**
   * The same with known numbers of neighbours.
   *
   * @param neighbours number of neighbours of an element of the parent; 6 where absent
   */
  public static List<RuleVerdict> replace(
      Composition parent, Map<Element, Element> replacements, Map<Element, Integer> neighbours) {
    Map<Element, Element> changed = new TreeMap<>(replacements);
    changed.keySet().retainAll(parent.elements());
    changed.entrySet().removeIf(e -> e.getKey() == e.getValue());
    Composition product = replaced(parent, changed);
    Optional<Map<Element, Double>> before = salt(parent);
    List<RuleVerdict> verdicts = new ArrayList<>();
    if (before.isPresent()) {
      Optional<Map<Element, Double>> after =
          OxidationStates.guess(product).filter(SubstitutionRules::anionsAreCommon);
      verdicts.add(balance(product, after));
      changed.forEach(
          (from, to) ->
              ions(
                  from,
                  to,
                  before.get().getOrDefault(from, 0.0),
                  after.map(states -> states.getOrDefault(to, 0.0)),
                  neighbours.getOrDefault(from, USUAL_NEIGHBOURS),
                  verdicts));
      after.ifPresent(states -> ratios(changed, states, neighbours, verdicts));
    } else {
      changed.forEach((from, to) -> metals(from, to, verdicts));
      verdicts.add(valenceElectrons(parent, product));
    }
    return List.copyOf(verdicts);
  }

  /**
   * What the rules say to a mixture of elements on one kind of site, as in a solid solution.
   *
   * @param shares parts of each element, any positive scale; at least two elements
   */
  public static List<RuleVerdict> mix(Map<Element, Double> shares) {
    Composition mixture = new Composition(shares);
    if (mixture.elements().size() < 2) {
      throw new IllegalArgumentException("a mixture has at least two elements");
    }
    List<RuleVerdict> verdicts = new ArrayList<>();
    List<Element> elements = List.copyOf(mixture.elements());
    for (int i = 0; i < elements.size(); i++) {
      for (int j = i + 1; j < elements.size(); j++) {
        metals(elements.get(i), elements.get(j), verdicts);
      }
    }
    scatter(mixture).ifPresent(verdicts::add);
    return List.copyOf(verdicts);
  }

  private static Optional<Map<Element, Double>> salt(Composition composition) {
    boolean anion =
        composition.elements().stream()
            .anyMatch(e -> e.group() >= 15 && e.electronegativity().orElse(0) > IONIC);
    return anion ? OxidationStates.guess(composition) : Optional.empty();
  }

  /** Peroxides and polysulfides are compounds of their own, not what a replacement makes. */
  private static boolean anionsAreCommon(Map<Element, Double> states) {
    return states.entrySet().stream()
        .allMatch(
            e ->
                e.getValue() >= 0
                    || e.getKey().commonOxidationStates().contains((int) Math.rint(e.getValue())));
  }

  private static Composition replaced(Composition parent, Map<Element, Element> changed) {
    EnumMap<Element, Double> amounts = new EnumMap<>(Element.class);
    parent
        .amounts()
        .forEach((e, amount) -> amounts.merge(changed.getOrDefault(e, e), amount, Double::sum));
    return new Composition(amounts);
  }

  private static RuleVerdict balance(Composition product, Optional<Map<Element, Double>> states) {
    String text =
        states
            .map(
                found ->
                    "oxidation states add up to zero: "
                        + found.entrySet().stream()
                            .map(e -> e.getKey() + " " + signed(e.getValue()))
                            .collect(Collectors.joining(", ")))
            .orElse("no usual oxidation states balance " + product.formula());
    return new RuleVerdict(Rule.CHARGE_BALANCE, states.isPresent(), text);
  }

  private static void ions(
      Element from,
      Element to,
      double chargeBefore,
      Optional<Double> chargeAfter,
      int neighbours,
      List<RuleVerdict> verdicts) {
    if (chargeAfter.isPresent()) {
      double difference = Math.abs(chargeAfter.get() - chargeBefore);
      verdicts.add(
          new RuleVerdict(
              Rule.CHARGE_DIFFERENCE,
              difference <= 1 + 1e-9,
              String.format(
                  Locale.ROOT,
                  "%s %s for %s %s: %.2f charges apart, at most 1",
                  to,
                  signed(chargeAfter.get()),
                  from,
                  signed(chargeBefore),
                  difference)));
      OptionalDouble old = radius(from, chargeBefore, neighbours);
      OptionalDouble fresh = radius(to, chargeAfter.get(), neighbours);
      if (old.isPresent() && fresh.isPresent()) {
        verdicts.add(
            radii(
                Rule.IONIC_RADIUS,
                "crystal radius for " + neighbours + " neighbours",
                from,
                to,
                old.getAsDouble(),
                fresh.getAsDouble()));
      }
    }
    electronegativity(from, to, SALT_ELECTRONEGATIVITY, verdicts);
  }

  private static void ratios(
      Map<Element, Element> changed,
      Map<Element, Double> states,
      Map<Element, Integer> neighbours,
      List<RuleVerdict> verdicts) {
    Optional<Element> anion =
        states.keySet().stream()
            .filter(e -> states.getOrDefault(e, 0.0) < 0)
            .min(Comparator.comparing(e -> states.getOrDefault(e, 0.0)));
    if (anion.isEmpty()) {
      return;
    }
    double anionCharge = states.getOrDefault(anion.get(), 0.0);
    OptionalDouble large =
        IonicRadii.effective(anion.get(), (int) Math.rint(anionCharge), USUAL_NEIGHBOURS);
    changed.forEach(
        (from, to) -> {
          Integer coordination = neighbours.get(from);
          double charge = states.getOrDefault(to, 0.0);
          if (coordination == null || charge <= 0 || large.isEmpty()) {
            return;
          }
          OptionalDouble small = IonicRadii.effective(to, (int) Math.rint(charge), coordination);
          if (small.isPresent()) {
            double ratio = small.getAsDouble() / large.getAsDouble();
            double least = leastRatio(coordination);
            verdicts.add(
                new RuleVerdict(
                    Rule.RADIUS_RATIO,
                    ratio >= RATIO_SLACK * least,
                    String.format(
                        Locale.ROOT,
                        "%s %s to %s %s: %.3f/%.3f angstrom = %.3f; %d neighbours want %.3f, less"
                            + " 15 %%",
                        to,
                        signed(charge),
                        anion.get(),
                        signed(anionCharge),
                        small.getAsDouble(),
                        large.getAsDouble(),
                        ratio,
                        coordination,
                        least)));
          }
        });
  }

  /** Spheres that touch each other and the cation between them: geometry of the polyhedra. */
  private static double leastRatio(int neighbours) {
    if (neighbours <= 3) {
      return 2 / Math.sqrt(3) - 1;
    }
    if (neighbours <= 5) {
      return Math.sqrt(1.5) - 1;
    }
    if (neighbours <= 7) {
      return Math.sqrt(2) - 1;
    }
    return neighbours <= 11 ? Math.sqrt(3) - 1 : 1;
  }

  private static void metals(Element from, Element to, List<RuleVerdict> verdicts) {
    OptionalDouble old = from.metallicRadius();
    OptionalDouble fresh = to.metallicRadius();
    if (old.isPresent() && fresh.isPresent()) {
      verdicts.add(
          radii(
              Rule.METALLIC_RADIUS,
              "metallic radius",
              from,
              to,
              old.getAsDouble(),
              fresh.getAsDouble()));
    }
    electronegativity(from, to, METAL_ELECTRONEGATIVITY, verdicts);
  }

  private static RuleVerdict radii(
      Rule rule, String what, Element from, Element to, double old, double fresh) {
    double difference = Math.abs(fresh - old) / Math.max(fresh, old);
    return new RuleVerdict(
        rule,
        difference <= RADIUS,
        String.format(
            Locale.ROOT,
            "%s of %s %.3f angstrom, of %s %.3f angstrom: %.1f %% apart, at most %.0f %%",
            what,
            to,
            fresh,
            from,
            old,
            100 * difference,
            100 * RADIUS));
  }

  private static void electronegativity(
      Element from, Element to, double most, List<RuleVerdict> verdicts) {
    if (from.electronegativity().isPresent() && to.electronegativity().isPresent()) {
      double old = from.electronegativity().getAsDouble();
      double fresh = to.electronegativity().getAsDouble();
      verdicts.add(
          new RuleVerdict(
              Rule.ELECTRONEGATIVITY,
              Math.abs(fresh - old) <= most + 1e-9,
              String.format(
                  Locale.ROOT,
                  "electronegativity of %s %.2f, of %s %.2f (Pauling): %.2f apart, at most %.2f",
                  to,
                  fresh,
                  from,
                  old,
                  Math.abs(fresh - old),
                  most)));
    }
  }

  private static RuleVerdict valenceElectrons(Composition parent, Composition product) {
    double old = ValenceElectrons.perAtom(parent);
    double fresh = ValenceElectrons.perAtom(product);
    return new RuleVerdict(
        Rule.VALENCE_ELECTRONS,
        Math.abs(fresh - old) <= VALENCE_ELECTRONS + 1e-9,
        String.format(
            Locale.ROOT,
            "%.2f valence electrons per atom in %s, %.2f in %s: at most %.1f apart",
            fresh,
            product.reducedFormula(),
            old,
            parent.reducedFormula(),
            VALENCE_ELECTRONS));
  }

  private static Optional<RuleVerdict> scatter(Composition mixture) {
    double mean = 0;
    for (Element element : mixture.elements()) {
      if (element.metallicRadius().isEmpty()) {
        return Optional.empty();
      }
      mean += mixture.fraction(element) * element.metallicRadius().getAsDouble();
    }
    double square = 0;
    for (Element element : mixture.elements()) {
      double part = 1 - element.metallicRadius().orElse(mean) / mean;
      square += mixture.fraction(element) * part * part;
    }
    double scatter = Math.sqrt(square);
    return Optional.of(
        new RuleVerdict(
            Rule.RADIUS_SCATTER,
            scatter <= RADIUS_SCATTER,
            String.format(
                Locale.ROOT,
                "metallic radii scatter by %.1f %% about their mean of %.3f angstrom, at most"
                    + " %.1f %%",
                100 * scatter,
                mean,
                100 * RADIUS_SCATTER)));
  }

  /** Radius at the nearest whole charges: between two for a mean state. */
  private static OptionalDouble radius(Element element, double charge, int neighbours) {
    int below = (int) Math.floor(charge + 1e-9);
    int above = (int) Math.ceil(charge - 1e-9);
    OptionalDouble low = IonicRadii.crystal(element, below, neighbours);
    OptionalDouble high = IonicRadii.crystal(element, above, neighbours);
    if (low.isEmpty() || high.isEmpty()) {
      return low.isPresent() ? low : high;
    }
    double part = above == below ? 0 : charge - below;
    return OptionalDouble.of((1 - part) * low.getAsDouble() + part * high.getAsDouble());
  }

  private static String signed(double charge) {
    boolean whole = Math.abs(charge - Math.rint(charge)) < 1e-6;
    return String.format(Locale.ROOT, whole ? "%+.0f" : "%+.2f", charge);
  }
}
