package dev.athanor.models.privacy.composition;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import dev.athanor.matter.chemistry.Composition;
import dev.athanor.matter.chemistry.Element;
import dev.athanor.models.elements.heads.CompositionDescriptor;
import dev.athanor.models.learning.TorchEngine;
import dev.athanor.models.privacy.features.FeatureKind;
import dev.athanor.models.privacy.features.FeatureMap;
import java.util.Map;

/**
 * Smooth features of {@link ElementFractions}, for networks: square roots of the fractions {@code
 * p}, and for each fact of the elements, on one scale, its mean and its deviation under {@code p}
 * and under {@code sqrt(p)}, where minor elements count more; {@code (sqrt p, tanh(f / 2) /
 * sqrt(m)) / sqrt 2}, so that no row is longer than 1.
 *
 * <p>Gradients pass through everywhere, also to elements that are absent. Linear classifiers on
 * these features are weak: give them to a network.
 */
public record CompositionFeatures() implements FeatureKind {
  /** Its name in files. */
  public static final String NAME = "composition";

  private static final int SIZE = ElementFractions.SIZE;

  /** The mean of each fact comes first of six statistics in a descriptor. */
  private static final int STATISTICS = 6;

  private static final int FACTS = CompositionDescriptor.STATISTICS_SIZE / STATISTICS;
  private static final int MOMENTS = 4 * FACTS;

  /** Keeps roots smooth at 0. */
  private static final double SMALL = 1e-4;

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public Map<String, Double> settings() {
    return Map.of();
  }

  @Override
  public int inputWidth() {
    return SIZE;
  }

  @Override
  public boolean linear() {
    return false;
  }

  @Override
  public FeatureMap open(NDManager parent) {
    return new Moments(parent.newSubManager());
  }

  /** Facts of the elements, each with mean 0 and deviation 1 over the elements. */
  private static float[] facts() {
    float[] facts = new float[SIZE * FACTS];
    for (int element = 0; element < SIZE; element++) {
      Element of = Element.ofAtomicNumber(element + 1);
      float[] descriptor = CompositionDescriptor.of(Composition.parse(of.name()));
      for (int fact = 0; fact < FACTS; fact++) {
        facts[element * FACTS + fact] = descriptor[STATISTICS * fact];
      }
    }
    for (int fact = 0; fact < FACTS; fact++) {
      double sum = 0;
      double squares = 0;
      for (int i = fact; i < facts.length; i += FACTS) {
        sum += facts[i];
        squares += (double) facts[i] * facts[i];
      }
      double mean = sum / SIZE;
      double deviation = Math.sqrt(Math.max(SMALL, squares / SIZE - mean * mean));
      for (int i = fact; i < facts.length; i += FACTS) {
        facts[i] = (float) ((facts[i] - mean) / deviation);
      }
    }
    return facts;
  }

  private static final class Moments implements FeatureMap {
    private final NDManager manager;
    private final NDArray facts;

    Moments(NDManager manager) {
      this.manager = manager;
      this.facts = manager.create(facts(), new Shape(SIZE, FACTS));
    }

    @Override
    public int inputWidth() {
      return SIZE;
    }

    @Override
    public int width() {
      return SIZE + MOMENTS;
    }

    @Override
    public NDArray of(NDArray inputs) {
      NDArray inside = inputs.clip(0, 1);
      NDArray fractions = shares(inside);
      // sqrt(p + s) - sqrt(s) has a bounded slope, vanishes at 0 and stays below sqrt(p)
      NDArray roots = fractions.add(SMALL).sqrt().sub(Math.sqrt(SMALL));
      NDArray moments = moments(fractions).concat(moments(shares(roots)), 1);
      return roots.concat(moments.div(2).tanh().div(Math.sqrt(MOMENTS)), 1).div(Math.sqrt(2));
    }

    private static NDArray shares(NDArray amounts) {
      return amounts.div(amounts.sum(new int[] {1}, true).add(1e-9));
    }

    /** Mean and deviation of each fact. */
    private NDArray moments(NDArray shares) {
      NDArray known = TorchEngine.within(shares.getManager(), facts);
      NDArray mean = shares.matMul(known);
      NDArray variance = shares.matMul(known.square()).sub(mean.square()).maximum(0);
      return mean.concat(variance.add(SMALL).sqrt(), 1);
    }

    @Override
    public void close() {
      manager.close();
    }
  }
}
