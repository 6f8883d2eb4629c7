package dev.athanor.models.privacy.accounting;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** The logarithm of a sum of positive and negative terms that are given by their logarithms. */
final class SignedLogSum {
  /** What rounding can have left out, of terms that cancel, is added again. */
  private static final double ROUNDING = 1e-13;

  private final List<Double> positive = new ArrayList<>();
  private final List<Double> negative = new ArrayList<>();
  private double largest = Double.NEGATIVE_INFINITY;

  void add(double logarithm, boolean isPositive) {
    (isPositive ? positive : negative).add(logarithm);
    largest = Math.max(largest, logarithm);
  }

  /** Logarithm of the largest term. */
  double largest() {
    return largest;
  }

  /** Of a sum that is known to be positive; errs upwards. */
  double logarithm() {
    double gained = scaled(positive);
    double lost = scaled(negative);
    return largest + Math.log(Math.max(0, gained - lost) + ROUNDING * lost);
  }

  private double scaled(List<Double> logarithms) {
    // small ones first, so that they are not lost in a large sum
    Collections.sort(logarithms);
    double sum = 0;
    for (double logarithm : logarithms) {
      sum += Math.exp(logarithm - largest);
    }
    return sum;
  }
}
