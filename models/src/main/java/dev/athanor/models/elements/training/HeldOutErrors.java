package dev.athanor.models.elements.training;

import dev.athanor.models.elements.heads.Calibration;
import dev.athanor.models.elements.heads.DeviationScale;
import dev.athanor.models.elements.heads.WeightedValues;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/** Errors of held-out rows in kelvin, with the widths of their distributions and their weights. */
@SuppressWarnings("ArrayRecordComponent") // handed over once, never compared
record HeldOutErrors(double[] errors, DeviationScale.Widths[] widths, double[] weights) {

  /** Of crystals and the distributions of {@code log(1 + Tc)} that were said of them. */
  static HeldOutErrors of(List<TransitionSample> rows, List<WeightedValues> logarithms) {
    return of(
        rows.stream().mapToDouble(TransitionSample::temperature).toArray(),
        rows.stream().mapToDouble(TransitionSample::weight).toArray(),
        logarithms.stream().map(l -> l.on(Math::expm1)).toList());
  }

  /** Of temperatures, all of one weight, and the distributions that were said of them. */
  static HeldOutErrors of(double[] temperatures, List<WeightedValues> kelvin) {
    return of(
        temperatures, DoubleStream.generate(() -> 1).limit(temperatures.length).toArray(), kelvin);
  }

  private static HeldOutErrors of(
      double[] temperatures, double[] weights, List<WeightedValues> kelvin) {
    double[] errors = new double[temperatures.length];
    DeviationScale.Widths[] widths = new DeviationScale.Widths[errors.length];
    for (int i = 0; i < errors.length; i++) {
      double answer = kelvin.get(i).median();
      errors[i] = answer - temperatures[i];
      widths[i] = DeviationScale.Widths.of(kelvin.get(i), answer);
    }
    return new HeldOutErrors(errors, widths, weights);
  }

  /** The scale of deviations that all rows ask for. */
  DeviationScale scale(double floor) {
    return DeviationScale.fit(errors, widths, weights, floor);
  }

  private HeldOutErrors part(IntPredicate wanted) {
    int[] chosen = IntStream.range(0, errors.length).filter(wanted).toArray();
    double[] partErrors = IntStream.of(chosen).mapToDouble(i -> errors[i]).toArray();
    double[] partWeights = IntStream.of(chosen).mapToDouble(i -> weights[i]).toArray();
    DeviationScale.Widths[] partWidths =
        IntStream.of(chosen).mapToObj(i -> widths[i]).toArray(DeviationScale.Widths[]::new);
    return new HeldOutErrors(partErrors, partWidths, partWeights);
  }

  /** Coverage where each part is judged with the scale that the other asks for. */
  Calibration.Coverage crossFitted(IntPredicate first, double floor) {
    DeviationScale ofFirst = part(first).scale(floor);
    DeviationScale ofSecond = part(first.negate()).scale(floor);
    double[] deviations =
        IntStream.range(0, errors.length)
            .mapToDouble(i -> (first.test(i) ? ofSecond : ofFirst).of(widths[i]))
            .toArray();
    return Calibration.coverage(errors, deviations, weights);
  }
}
