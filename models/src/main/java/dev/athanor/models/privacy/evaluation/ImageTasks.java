package dev.athanor.models.privacy.evaluation;

import ai.djl.ndarray.NDManager;
import dev.athanor.models.learning.TorchEngine;
import dev.athanor.models.privacy.features.FeatureMap;
import dev.athanor.models.privacy.images.LabelledImages;
import dev.athanor.models.privacy.images.PictureFeatures;
import dev.athanor.models.privacy.mechanism.SecureNoise;
import dev.athanor.models.privacy.teachers.LinearTeaching;
import dev.athanor.models.privacy.training.PrivateDescentSettings;
import dev.athanor.models.privacy.transcription.Domain;
import dev.athanor.models.privacy.transcription.LabelledSamples;
import dev.athanor.models.privacy.transcription.PrivateRecords;
import dev.athanor.models.privacy.transcription.PrivateTeacher;
import java.nio.file.Path;

/** Pictures that papers on private learning report on. */
public final class ImageTasks {
  static final String MNIST = "mnist";
  static final String FASHION = "fashion-mnist";

  private static final int CLASSES = 10;
  private static final PrivateDescentSettings UNGUARDED =
      new PrivateDescentSettings(1, 300, 0.5, 0, 150, 0.9);

  private ImageTasks() {}

  /**
   * Handwritten digits.
   *
   * @param folder with the four IDX files
   */
  public static BenchmarkTask mnist(Path folder) {
    return new BenchmarkTask(MNIST, Measure.ACCURACY, seed -> new Pictures(folder));
  }

  /**
   * Pieces of clothing.
   *
   * @param folder with the four IDX files
   */
  public static BenchmarkTask fashion(Path folder) {
    return new BenchmarkTask(FASHION, Measure.ACCURACY, seed -> new Pictures(folder));
  }

  /** The usual division, the same for every seed. */
  private static final class Pictures implements BenchmarkTask.Split {
    private final PrivateRecords training;
    private final LabelledSamples test;

    Pictures(Path folder) {
      LabelledImages records = LabelledImages.training(folder);
      LabelledImages others = LabelledImages.test(folder);
      Domain domain = new Domain(new PictureFeatures(records.side()), 0, 1, CLASSES);
      training = new PrivateRecords(domain, records.pixels(0, records.size()), records.labels());
      test = new LabelledSamples(others.pixels(0, others.size()), others.labels());
    }

    @Override
    public PrivateRecords training() {
      return training;
    }

    @Override
    public LabelledSamples test() {
      return test;
    }

    @Override
    public double teacher() {
      try (NDManager manager = TorchEngine.newManager();
          FeatureMap features = training.domain().features().open(manager)) {
        PrivateTeacher teacher =
            LinearTeaching.unguarded(UNGUARDED).train(training, features, new SecureNoise());
        return Measure.ACCURACY.of(teacher.probabilities(test.inputs()), test.labels());
      }
    }
  }
}
