package dev.athanor.models.privacy.trees;

import java.util.random.RandomGenerator;

/** Rows that are no secret, from which trees are drawn, and others that resemble them. */
public interface PublicRows {
  /** The rows, all of one width; not to be changed. */
  float[][] rows();

  /**
   * Other rows that vary these, as many as there are here.
   *
   * @param chosen indices of rows to vary, so often as they are to be
   * @param random what varies them
   */
  PublicRows varied(int[] chosen, RandomGenerator random);
}
