package dev.athanor.models.learning;

import dev.athanor.models.ModelErrors;
import dev.athanor.models.ModelException;
import java.util.ArrayList;
import java.util.List;

/**
 * What makes one training another than the next: the same identity gives the same weights, to the
 * stated tolerance. A checkpoint carries that of the training that wrote it, so that none is
 * finished with other data, another seed or other settings than it began with.
 *
 * @param seed of initial weights and of all order
 * @param data digest of what is learned from
 * @param settings size of the network, schedule and batch, in words
 */
public record TrainingIdentity(long seed, String data, String settings) {

  /**
   * Lets a training go on that was begun as this one.
   *
   * @param begun of the training that wrote the checkpoint
   * @throws ModelException {@code TRAINING_BEGUN} which says what differs
   */
  public void requireSame(TrainingIdentity begun) {
    List<String> differences = new ArrayList<>();
    if (seed != begun.seed) {
      differences.add("its seed is " + begun.seed + ", not " + seed);
    }
    if (!data.equals(begun.data)) {
      differences.add("it learns from other data");
    }
    if (!settings.equals(begun.settings)) {
      differences.add("its settings are '" + begun.settings + "', not '" + settings + "'");
    }
    if (!differences.isEmpty()) {
      throw new ModelException(
          ModelErrors.TRAINING_BEGUN,
          "the checkpoint is that of another training: "
              + String.join("; ", differences)
              + "; finish that one, or keep the checkpoints of a new one elsewhere");
    }
  }
}
