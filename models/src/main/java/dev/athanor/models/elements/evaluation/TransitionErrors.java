package dev.athanor.models.elements.evaluation;

import dev.athanor.models.elements.heads.TransitionHead;
import dev.athanor.models.plots.UsualCharts;
import java.util.List;

/**
 * Errors of transition temperatures, rows weighted.
 *
 * @param measured kelvin
 * @param weights of the rows
 */
@SuppressWarnings("ArrayRecordComponent") // handed over once, never compared
record TransitionErrors(double[] measured, double[] weights) {
  /** Charts of answers and their deviations, named {@code parity} and {@code coverage}. */
  void plot(Benchmark benchmark, String what, List<TransitionHead.Answer> answers) {
    double[] predicted = answers.stream().mapToDouble(TransitionHead.Answer::temperature).toArray();
    double[] deviations = answers.stream().mapToDouble(TransitionHead.Answer::deviation).toArray();
    double[] errors = new double[predicted.length];
    for (int i = 0; i < errors.length; i++) {
      errors[i] = predicted[i] - measured[i];
    }
    benchmark.plot(
        "parity",
        UsualCharts.parity("Transition temperature, " + what, "Tc, K", measured, predicted));
    benchmark.plot(
        "coverage",
        UsualCharts.coverage("Errors within their deviations, " + what, errors, deviations));
  }

  /** Mean absolute error, kelvin. */
  double mean(double[] predicted) {
    double sum = 0;
    double total = 0;
    for (int i = 0; i < measured.length; i++) {
      sum += weights[i] * Math.abs(predicted[i] - measured[i]);
      total += weights[i];
    }
    return sum / total;
  }

  /** Mean absolute error of {@code log(1 + Tc)}. */
  double logarithmic(double[] predicted) {
    double sum = 0;
    double total = 0;
    for (int i = 0; i < measured.length; i++) {
      sum += weights[i] * Math.abs(Math.log1p(predicted[i]) - Math.log1p(measured[i]));
      total += weights[i];
    }
    return sum / total;
  }

  /** Coefficient of determination. */
  double determination(double[] predicted) {
    double mean = 0;
    double total = 0;
    for (int i = 0; i < measured.length; i++) {
      mean += weights[i] * measured[i];
      total += weights[i];
    }
    mean /= total;
    double residual = 0;
    double spread = 0;
    for (int i = 0; i < measured.length; i++) {
      residual += weights[i] * Math.pow(predicted[i] - measured[i], 2);
      spread += weights[i] * Math.pow(mean - measured[i], 2);
    }
    return 1 - residual / spread;
  }
}
