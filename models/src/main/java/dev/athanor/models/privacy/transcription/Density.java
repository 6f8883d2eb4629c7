package dev.athanor.models.privacy.transcription;

import java.util.random.RandomGenerator;

/** A distribution of labelled inputs to learn from. */
public interface Density {
  /** Labelled inputs drawn from it. */
  LabelledSamples draw(int count, RandomGenerator random);
}
