package dev.athanor.matter.diffraction;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * How far the lines of two patterns of one crystal are apart. Lines of either side that follow each
 * other within {@value #TOLERANCE} degrees are compared as one, at the mean of their angles
 * weighted by intensity, since rounding splits lines where planes coincide; intensities are scaled
 * to the strongest after that.
 *
 * @param position largest difference of 2 theta, degrees
 * @param intensity largest difference of an intensity: relative for lines above 1 % of the
 *     strongest, and of one percentage point for the weaker ones
 * @param lines number of lines that were compared
 * @param unmatched lines of one side above {@value #WEAK} % that the other lacks
 */
record PatternComparison(double position, double intensity, int lines, int unmatched) {
  private static final double TOLERANCE = 1e-3;
  private static final double WEAK = 0.01;

  /**
   * @param theirs angle and intensity of each line, the strongest lines among them
   * @param complete whether these are all lines
   */
  static PatternComparison of(PowderPattern pattern, List<double[]> theirs, boolean complete) {
    List<Line> all = new ArrayList<>();
    pattern.reflections().forEach(r -> all.add(new Line(r.twoTheta(), r.intensity(), true)));
    theirs.forEach(line -> all.add(new Line(line[0], line[1], false)));
    all.sort(Comparator.comparingDouble(Line::angle));
    List<Group> groups = new ArrayList<>();
    double last = Double.NEGATIVE_INFINITY;
    for (Line line : all) {
      if (line.angle() - last > TOLERANCE) {
        groups.add(new Group());
      }
      groups.get(groups.size() - 1).add(line);
      last = line.angle();
    }
    double ourScale = 100 / groups.stream().mapToDouble(g -> g.ours).max().orElse(1);
    double theirScale = 100 / groups.stream().mapToDouble(g -> g.theirs).max().orElse(1);
    double position = 0;
    double intensity = 0;
    int lines = 0;
    int unmatched = 0;
    for (Group group : groups) {
      double ours = group.ours * ourScale;
      double expected = group.theirs * theirScale;
      if (group.theirs > 0 && group.ours > 0) {
        lines++;
        position =
            Math.max(
                position,
                Math.abs(group.ourMoment / group.ours - group.theirMoment / group.theirs));
        intensity = Math.max(intensity, Math.abs(ours - expected) / Math.max(1, expected));
      } else if (expected > WEAK || (complete && ours > WEAK)) {
        unmatched++;
      }
    }
    return new PatternComparison(position, intensity, lines, unmatched);
  }

  private record Line(double angle, double intensity, boolean isOurs) {}

  private static final class Group {
    private double ours;
    private double ourMoment;
    private double theirs;
    private double theirMoment;

    void add(Line line) {
      if (line.isOurs()) {
        ours += line.intensity();
        ourMoment += line.intensity() * line.angle();
      } else {
        theirs += line.intensity();
        theirMoment += line.intensity() * line.angle();
      }
    }
  }
}
