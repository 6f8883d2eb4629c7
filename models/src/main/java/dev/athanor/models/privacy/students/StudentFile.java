package dev.athanor.models.privacy.students;

import dev.athanor.models.ModelErrors;
import dev.athanor.models.ModelException;
import dev.athanor.models.privacy.composition.ElementFractions;
import dev.athanor.models.privacy.features.FeatureKind;
import dev.athanor.models.privacy.parts.Perceptron;
import dev.athanor.models.privacy.transcription.Domain;
import dev.athanor.models.privacy.transcription.Student;
import dev.athanor.models.privacy.trees.SmoothedForest;
import dev.athanor.models.weights.WeightFile;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A student as a file of weights: the name of its features and their settings ({@code
 * features/NAME}, {@code features/NAME/SETTING}), the range of inputs, and of a network the widths
 * of its layers, the centre of its features and its parameters, or a forest.
 */
public final class StudentFile {
  /** What files of students say they are. */
  public static final String MODEL = "private-student";

  private static final String VERSION = "1";
  private static final String FEATURES = "features/";
  private static final String HIDDEN = "hidden/";
  private static final int MOST_LAYERS = 8;
  private static final int WIDEST = 1 << 16;
  private static final int MOST_CLASSES = 1000;

  private StudentFile() {}

  static WeightFile of(
      Domain domain, StudentSettings settings, float[] centre, float[] parameters) {
    Map<String, Double> numbers = numbers(domain);
    numbers.put("layers", (double) settings.hidden().size());
    for (int i = 0; i < settings.hidden().size(); i++) {
      numbers.put(HIDDEN + i, (double) settings.hidden().get(i));
    }
    Map<String, float[]> arrays = new LinkedHashMap<>();
    arrays.put("centre", centre.clone());
    arrays.put("parameters", parameters.clone());
    return new WeightFile(MODEL, VERSION, numbers, arrays);
  }

  static WeightFile of(Domain domain, SmoothedForest forest) {
    Map<String, Double> numbers = numbers(domain);
    Map<String, float[]> arrays = new LinkedHashMap<>();
    forest.store(numbers, arrays);
    return new WeightFile(MODEL, VERSION, numbers, arrays);
  }

  private static Map<String, Double> numbers(Domain domain) {
    Map<String, Double> numbers = new TreeMap<>();
    numbers.put("lowest", domain.lowest());
    numbers.put("highest", domain.highest());
    numbers.put("classes", (double) domain.classes());
    String features = FEATURES + domain.features().name();
    numbers.put(features, 1.0);
    domain
        .features()
        .settings()
        .forEach((name, value) -> numbers.put(features + "/" + name, value));
    return numbers;
  }

  /**
   * Reads a student.
   *
   * @throws ModelException {@code WEIGHTS_CORRUPTED} or {@code WEIGHTS_MISMATCH}
   */
  public static Student read(InputStream in, FeatureKinds kinds) {
    return of(WeightFile.read(in, MODEL), kinds);
  }

  /**
   * The student of a file that was read.
   *
   * @throws ModelException {@code WEIGHTS_MISMATCH} where its parts do not fit together
   */
  public static Student of(WeightFile file, FeatureKinds kinds) {
    if (!file.model().equals(MODEL)) {
      throw mismatch("these are no weights of a student");
    }
    double lowest = file.setting("lowest");
    double highest = file.setting("highest");
    int classes = file.size("classes", MOST_CLASSES);
    if (!(lowest < highest) || !Double.isFinite(highest - lowest) || classes < 2) {
      throw mismatch("a student has no range of inputs or fewer than two labels");
    }
    Domain domain = new Domain(features(file, kinds), lowest, highest, classes);
    return SmoothedForest.isIn(file) ? forest(file, domain) : network(file, domain);
  }

  private static Student forest(WeightFile file, Domain domain) {
    if (domain.features().inputWidth() != ElementFractions.SIZE) {
      throw mismatch("a forest is not asked of compositions");
    }
    return new ForestStudent(
        domain, SmoothedForest.of(file, domain.classes(), ElementFractions.DESCRIPTOR_SIZE));
  }

  private static Student network(WeightFile file, Domain domain) {
    StudentSettings settings = StudentSettings.linear().withHidden(hidden(file));
    float[] centre = file.array("centre");
    if (centre.length < 1 || centre.length > WIDEST) {
      throw mismatch("a student sees " + centre.length + " features");
    }
    int size = new Perceptron(settings.widths(centre.length, domain.classes())).layout().size();
    return new FeatureStudent(domain, settings, centre, file.array("parameters", size));
  }

  private static List<Integer> hidden(WeightFile file) {
    double layers = file.setting("layers");
    if (layers != Math.rint(layers) || layers < 0 || layers > MOST_LAYERS) {
      throw mismatch("a student has " + layers + " hidden layers");
    }
    List<Integer> hidden = new ArrayList<>();
    for (int i = 0; i < layers; i++) {
      hidden.add(file.size(HIDDEN + i, WIDEST));
    }
    return hidden;
  }

  private static FeatureKind features(WeightFile file, FeatureKinds kinds) {
    List<String> keys =
        file.settings().keySet().stream().filter(key -> key.startsWith(FEATURES)).toList();
    List<String> names =
        keys.stream()
            .map(key -> key.substring(FEATURES.length()))
            .filter(name -> !name.contains("/"))
            .toList();
    if (names.size() != 1) {
      throw mismatch("a student names " + names.size() + " kinds of features");
    }
    String before = FEATURES + names.get(0) + "/";
    Map<String, Double> settings = new TreeMap<>();
    for (String key : keys) {
      if (key.startsWith(before)) {
        settings.put(key.substring(before.length()), file.setting(key));
      }
    }
    return kinds.of(names.get(0), settings);
  }

  private static ModelException mismatch(String what) {
    return new ModelException(ModelErrors.WEIGHTS_MISMATCH, what);
  }
}
