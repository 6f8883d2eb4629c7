package dev.athanor.models.learning;

import dev.athanor.models.cards.ModelCard;
import dev.athanor.models.plots.Axis;
import dev.athanor.models.plots.Chart;
import dev.athanor.models.plots.Layer;
import java.util.List;

/** How the error fell while a network was trained. */
public final class LossCurve {
  private LossCurve() {}

  /**
   * The chart of a training.
   *
   * @param title one line
   * @param pass what a point of the history stands for, in the plural
   * @param what is on the vertical axis, with its unit
   * @param history one point for each pass, at least one
   */
  public static Chart of(
      String title, String pass, String what, List<ModelCard.LearningPoint> history) {
    double[] epoch = history.stream().mapToDouble(ModelCard.LearningPoint::epoch).toArray();
    double[] training = history.stream().mapToDouble(ModelCard.LearningPoint::training).toArray();
    double[] watched = history.stream().mapToDouble(ModelCard.LearningPoint::validation).toArray();
    return new Chart(
        title,
        Axis.over(pass, epoch),
        Axis.logarithmicOver(what, training, watched),
        List.of(
            new Layer.Line("training, as it went", epoch, training, Layer.Line.Kind.PLAIN),
            new Layer.Line("validation", epoch, watched, Layer.Line.Kind.DOTTED)));
  }
}
