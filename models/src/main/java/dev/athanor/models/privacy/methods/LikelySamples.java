package dev.athanor.models.privacy.methods;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import dev.athanor.models.learning.TorchEngine;
import dev.athanor.models.privacy.features.FeatureMap;
import dev.athanor.models.privacy.features.FeatureRows;
import dev.athanor.models.privacy.students.StudentLearner;
import dev.athanor.models.privacy.transcription.LabelledSamples;
import dev.athanor.models.privacy.transcription.PrivateTeacher;
import java.util.Comparator;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;

/**
 * Inputs that the teacher knows to resemble the records, in random order; each comes once before
 * any comes again.
 */
final class LikelySamples implements SampleSource {
  /** Of so many, the one comes that student and teacher judge most differently. */
  private static final int CONTESTED = 2;

  private final FeatureMap features;
  private final PrivateTeacher teacher;
  private final float[] inputs;
  private final int[] order;
  private Optional<StudentLearner> student = Optional.empty();
  private int next;

  LikelySamples(FeatureMap features, PrivateTeacher teacher, long seed) {
    this.features = features;
    this.teacher = teacher;
    this.inputs = teacher.likeness();
    this.order = IntStream.range(0, inputs.length / features.inputWidth()).toArray();
    Random random = new Random(seed);
    for (int i = order.length - 1; i > 0; i--) {
      int other = random.nextInt(i + 1);
      int moved = order[i];
      order[i] = order[other];
      order[other] = moved;
    }
  }

  @Override
  public LabelledSamples draw(int count) {
    return student
        .map(known -> contested(known, count))
        .orElseGet(() -> labelled(following(count)));
  }

  private float[] following(int count) {
    int width = features.inputWidth();
    float[] drawn = new float[count * width];
    for (int i = 0; i < count; i++) {
      System.arraycopy(inputs, order[next] * width, drawn, i * width, width);
      next = (next + 1) % order.length;
    }
    return drawn;
  }

  private LabelledSamples labelled(float[] drawn) {
    try (NDManager scope = TorchEngine.newManager()) {
      NDArray said = teacher.ofFeatures(FeatureRows.of(features, drawn, scope));
      return new LabelledSamples(drawn, Targets.likeliest(said));
    }
  }

  private LabelledSamples contested(StudentLearner known, int count) {
    float[] drawn = following(CONTESTED * count);
    float[] apart = apart(known, drawn);
    int width = features.inputWidth();
    int[] most =
        IntStream.range(0, apart.length)
            .boxed()
            .sorted(Comparator.comparingDouble(i -> -apart[i]))
            .limit(count)
            .mapToInt(Integer::intValue)
            .toArray();
    float[] kept = new float[count * width];
    for (int i = 0; i < count; i++) {
      System.arraycopy(drawn, most[i] * width, kept, i * width, width);
    }
    return labelled(kept);
  }

  /** The cross-entropy of what the student says with what the teacher says. */
  private float[] apart(StudentLearner known, float[] drawn) {
    try (NDManager scope = TorchEngine.newManager()) {
      NDArray rows = FeatureRows.of(features, drawn, scope);
      NDArray said = teacher.ofFeatures(rows).exp();
      return said.mul(known.logProbabilities(rows)).sum(new int[] {1}).neg().toFloatArray();
    }
  }

  @Override
  public void contest(StudentLearner contested, double effort) {
    student = Optional.of(contested);
  }

  @Override
  public void close() {
    // holds arrays only
  }
}
