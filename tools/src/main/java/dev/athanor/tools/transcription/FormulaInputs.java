package dev.athanor.tools.transcription;

import dev.athanor.matter.chemistry.Composition;
import dev.athanor.matter.chemistry.Element;
import dev.athanor.models.privacy.columns.ColumnFeatures;
import dev.athanor.models.privacy.transcription.Domain;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;

/**
 * Compositions as a few numbers that say what chemists look at: mean, spread, least and greatest of
 * properties of the elements, and the shares of some elements and families. All from the periodic
 * table, in ranges that follow from it: no record taught them.
 *
 * <p>Not reversible: made-up vectors of this kind stand for no one formula.
 */
final class FormulaInputs {
  private static final int MOST_KINDS = 8;

  private static final List<Property> PROPERTIES =
      List.of(
          new Property("group", 1, 18, Element::group),
          new Property("period", 1, 7, Element::period),
          new Property("mass", 1, 260, Element::atomicMass),
          new Property("electronegativity", 0.7, 4, e -> e.electronegativity().orElse(1.7)),
          new Property("radius", 0.25, 2.6, e -> e.atomicRadius().orElse(1.4)),
          new Property("melting_point", 0, 3800, e -> e.meltingPoint().orElse(1000)),
          new Property("ionization", 3.8, 24.6, e -> e.ionizationEnergy().orElse(7)),
          new Property("mendeleev", 1, 103, e -> e.mendeleevNumber().orElse(50)));

  private static final List<Share> SHARES =
      List.of(
          share("H", e -> e == Element.H),
          share("B", e -> e == Element.B),
          share("C", e -> e == Element.C),
          share("N", e -> e == Element.N),
          share("O", e -> e == Element.O),
          share("F", e -> e == Element.F),
          share("Fe", e -> e == Element.Fe),
          share("Cu", e -> e == Element.Cu),
          share("As", e -> e == Element.As),
          share("Nb", e -> e == Element.Nb),
          share("alkali", e -> e.group() == 1 && e != Element.H),
          share("alkaline_earth", e -> e.group() == 2),
          share("lanthanides", Element::isLanthanide),
          share("actinides", Element::isActinide),
          share("transition_metals", Element::isTransitionMetal),
          share("metals", Element::isMetal),
          share("group_13", e -> e.group() == 13),
          share("group_14", e -> e.group() == 14),
          share("group_15", e -> e.group() == 15),
          share("group_16", e -> e.group() == 16),
          share("group_17", e -> e.group() == 17));

  private static final List<ColumnRange> COLUMNS = columns();

  private FormulaInputs() {}

  private record Property(
      String name, double lowest, double highest, ToDoubleFunction<Element> value) {}

  private record Share(String name, Predicate<Element> member) {}

  private static Share share(String name, Predicate<Element> member) {
    return new Share(name, member);
  }

  private static List<ColumnRange> columns() {
    List<ColumnRange> columns = new ArrayList<>();
    for (Property property : PROPERTIES) {
      columns.add(
          new ColumnRange("mean_" + property.name(), property.lowest(), property.highest()));
      columns.add(
          new ColumnRange(
              "spread_" + property.name(), 0, (property.highest() - property.lowest()) / 2));
      columns.add(
          new ColumnRange("least_" + property.name(), property.lowest(), property.highest()));
      columns.add(
          new ColumnRange("greatest_" + property.name(), property.lowest(), property.highest()));
    }
    for (Share share : SHARES) {
      columns.add(new ColumnRange("share_" + share.name(), 0, 1));
    }
    columns.add(new ColumnRange("elements", 1, MOST_KINDS));
    columns.add(new ColumnRange("greatest_share", 0, 1));
    return List.copyOf(columns);
  }

  static Domain domain(int labels) {
    return new Domain(new ColumnFeatures(COLUMNS.size()), -1, 1, labels);
  }

  /** What the numbers are called, and the ranges that they are scaled by. */
  static List<ColumnRange> named() {
    return COLUMNS;
  }

  /** The numbers of a composition, each from -1 to 1. */
  static float[] vector(Composition composition) {
    List<Double> values = new ArrayList<>();
    for (Property property : PROPERTIES) {
      values.addAll(summary(composition, property.value()));
    }
    for (Share share : SHARES) {
      values.add(
          composition.elements().stream()
              .filter(share.member())
              .mapToDouble(composition::fraction)
              .sum());
    }
    values.add((double) composition.elements().size());
    values.add(composition.elements().stream().mapToDouble(composition::fraction).max().orElse(1));
    float[] vector = new float[COLUMNS.size()];
    for (int i = 0; i < vector.length; i++) {
      vector[i] = COLUMNS.get(i).scaled(values.get(i));
    }
    return vector;
  }

  /** Mean, deviation, least and greatest. */
  private static List<Double> summary(Composition composition, ToDoubleFunction<Element> property) {
    double mean = 0;
    double least = Double.POSITIVE_INFINITY;
    double greatest = Double.NEGATIVE_INFINITY;
    for (Element element : composition.elements()) {
      double value = property.applyAsDouble(element);
      mean += composition.fraction(element) * value;
      least = Math.min(least, value);
      greatest = Math.max(greatest, value);
    }
    double squares = 0;
    for (Element element : composition.elements()) {
      double away = property.applyAsDouble(element) - mean;
      squares += composition.fraction(element) * away * away;
    }
    return List.of(mean, Math.sqrt(squares), least, greatest);
  }
}
