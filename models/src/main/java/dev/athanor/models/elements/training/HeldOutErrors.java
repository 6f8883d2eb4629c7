package dev.athanor.models.elements.training;

import dev.athanor.models.elements.heads.Calibration;
import dev.athanor.models.elements.heads.DeviationScale;
import dev.athanor.models.elements.heads.WeightedValues;
import java.util.Collections;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/**
 * Held-out rows and what was said of them.
 *
 * @param temperatures that were measured, kelvin
 * @param weights of the rows
 * @param kelvin distributions of the temperature
 */
record HeldOutErrors(List<Double> temperatures, List<Double> weights, List<WeightedValues> kelvin) {

  /** Of crystals and the distributions of {@code log(1 + Tc)} that were said of them. */
  static HeldOutErrors ofLogarithms(List<TransitionSample> rows, List<WeightedValues> logarithms) {
    return new HeldOutErrors(
        rows.stream().map(TransitionSample::temperature).toList(),
        rows.stream().map(TransitionSample::weight).toList(),
        logarithms.stream().map(l -> l.on(Math::expm1)).toList());
  }

  /** Of temperatures, all of one weight, and the distributions that were said of them. */
  static HeldOutErrors of(List<Double> temperatures, List<WeightedValues> kelvin) {
    return new HeldOutErrors(temperatures, Collections.nCopies(temperatures.size(), 1.0), kelvin);
  }

  private double[] answers() {
    return kelvin.stream().mapToDouble(WeightedValues::median).toArray();
  }

  private double[] errors(double[] answers) {
    return IntStream.range(0, answers.length)
        .mapToDouble(i -> answers[i] - temperatures.get(i))
        .toArray();
  }

  private double[] weightArray() {
    return weights.stream().mapToDouble(Double::doubleValue).toArray();
  }

  /** The scale of deviations that all rows ask for. */
  DeviationScale scale(double floor) {
    double[] answers = answers();
    return DeviationScale.fit(errors(answers), kelvin, answers, weightArray(), floor);
  }

  private double[] deviations(DeviationScale scale, double[] answers) {
    return IntStream.range(0, answers.length)
        .mapToDouble(i -> scale.of(kelvin.get(i), answers[i]))
        .toArray();
  }

  /** The multiples of deviations of this scale that hold 68.27 % and 95 % of all rows. */
  Calibration.Multiples multiples(DeviationScale scale) {
    double[] answers = answers();
    return Calibration.multiples(errors(answers), deviations(scale, answers), weightArray());
  }

  private HeldOutErrors part(IntPredicate wanted) {
    int[] chosen = IntStream.range(0, kelvin.size()).filter(wanted).toArray();
    return new HeldOutErrors(
        IntStream.of(chosen).mapToObj(temperatures::get).toList(),
        IntStream.of(chosen).mapToObj(weights::get).toList(),
        IntStream.of(chosen).mapToObj(kelvin::get).toList());
  }

  /** Coverage where each part is judged with the scale that the other asks for. */
  Calibration.Coverage crossFitted(IntPredicate first, double floor) {
    DeviationScale ofFirst = part(first).scale(floor);
    DeviationScale ofSecond = part(first.negate()).scale(floor);
    double[] answers = answers();
    double[] deviations =
        IntStream.range(0, answers.length)
            .mapToDouble(i -> (first.test(i) ? ofSecond : ofFirst).of(kelvin.get(i), answers[i]))
            .toArray();
    return Calibration.coverage(errors(answers), deviations, weightArray());
  }

  /** The same of intervals: multiples and scale of either part come from the other. */
  Calibration.Coverage crossFittedIntervals(IntPredicate first, double floor) {
    HeldOutErrors one = part(first);
    HeldOutErrors other = part(first.negate());
    Calibration.Coverage ofOne = one.covered(other, floor);
    Calibration.Coverage ofOther = other.covered(one, floor);
    double weight = one.total() / (one.total() + other.total());
    return new Calibration.Coverage(
        weight * ofOne.within68() + (1 - weight) * ofOther.within68(),
        weight * ofOne.within95() + (1 - weight) * ofOther.within95());
  }

  private Calibration.Coverage covered(HeldOutErrors teacher, double floor) {
    DeviationScale scale = teacher.scale(floor);
    double[] answers = answers();
    return teacher
        .multiples(scale)
        .coverage(errors(answers), deviations(scale, answers), weightArray());
  }

  private double total() {
    return weights.stream().mapToDouble(Double::doubleValue).sum();
  }
}
