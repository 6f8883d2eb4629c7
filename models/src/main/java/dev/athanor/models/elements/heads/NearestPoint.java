package dev.athanor.models.elements.heads;

import java.util.Arrays;

/**
 * The distance to the nearest of some thousand points, found by looking at few of them.
 *
 * <p>In any set of orthonormal directions {@code u_k}, {@code sum_k (u_k x - u_k p)^2} is at most
 * the squared distance of x and p. The directions are those of some of the points from their mean,
 * made orthogonal, so that they follow the spread of the points; the bounds are computed for all
 * points side by side, and only points whose bound lies below the best distance so far are looked
 * at in full. The answer is that of looking at all of them.
 */
final class NearestPoint {
  private static final int DIRECTIONS = 24;

  /** Least length, relative to the first, of a direction that still is one. */
  private static final double LEAST_LENGTH = 1e-4;

  /** Bounds are sums of rounded numbers: what may be nearer by rounding is looked at too. */
  private static final float SLACK = 1 - 1e-3f;

  private final int width;
  private final float[] points;
  private final float[][] directions;

  /** By direction, then by point. */
  private final float[][] shadows;

  /**
   * Prepares some points.
   *
   * @param points one after another, at least one
   * @param width values of a point
   */
  NearestPoint(float[] points, int width) {
    this.points = points;
    this.width = width;
    directions = directions(points, width);
    int count = points.length / width;
    shadows = new float[directions.length][count];
    for (int k = 0; k < directions.length; k++) {
      for (int p = 0; p < count; p++) {
        shadows[k][p] = product(directions[k], points, p * width);
      }
    }
  }

  private static float[][] directions(float[] points, int width) {
    int count = points.length / width;
    double[] mean = new double[width];
    for (int at = 0; at < count * width; at++) {
      mean[at % width] += points[at] / (double) count;
    }
    int wanted = Math.min(Math.min(DIRECTIONS, width), count);
    double[][] found = new double[wanted][];
    int kept = 0;
    double first = 0;
    for (int k = 0; k < wanted; k++) {
      double[] direction = new double[width];
      int point = (int) ((long) k * count / wanted);
      for (int f = 0; f < width; f++) {
        direction[f] = points[point * width + f] - mean[f];
      }
      for (int earlier = 0; earlier < kept; earlier++) {
        double share = product(direction, found[earlier]);
        for (int f = 0; f < width; f++) {
          direction[f] -= share * found[earlier][f];
        }
      }
      double length = Math.sqrt(product(direction, direction));
      first = Math.max(first, length);
      if (length > LEAST_LENGTH * first) {
        found[kept++] = Arrays.stream(direction).map(value -> value / length).toArray();
      }
    }
    float[][] result = new float[kept][width];
    for (int k = 0; k < kept; k++) {
      for (int f = 0; f < width; f++) {
        result[k][f] = (float) found[k][f];
      }
    }
    return result;
  }

  private static double product(double[] one, double[] other) {
    double sum = 0;
    for (int i = 0; i < one.length; i++) {
      sum += one[i] * other[i];
    }
    return sum;
  }

  private static float product(float[] direction, float[] values, int from) {
    // two sums side by side, so that neither addition waits for the other
    float even = 0;
    float odd = 0;
    int pairs = direction.length / 2 * 2;
    for (int i = 0; i < pairs; i += 2) {
      even += direction[i] * values[from + i];
      odd += direction[i + 1] * values[from + i + 1];
    }
    return even + odd + (pairs < direction.length ? direction[pairs] * values[from + pairs] : 0);
  }

  /** The squared distance from a place to the nearest point. */
  double squaredDistance(float[] place) {
    float[] bounds = bounds(place);
    float best = exact(place, least(bounds));
    for (int p = 0; p < bounds.length; p++) {
      if (bounds[p] * SLACK < best) {
        best = Math.min(best, exact(place, p));
      }
    }
    return best;
  }

  private float[] bounds(float[] place) {
    float[] bounds = new float[points.length / width];
    for (int k = 0; k < directions.length; k++) {
      add(bounds, shadows[k], product(directions[k], place, 0));
    }
    return bounds;
  }

  /** A loop of its own, which the machine does many points at a time. */
  private static void add(float[] bounds, float[] shadows, float own) {
    for (int p = 0; p < bounds.length; p++) {
      float difference = shadows[p] - own;
      bounds[p] += difference * difference;
    }
  }

  private static int least(float[] bounds) {
    int place = 0;
    for (int p = 1; p < bounds.length; p++) {
      if (bounds[p] < bounds[place]) {
        place = p;
      }
    }
    return place;
  }

  private float exact(float[] place, int point) {
    float sum = 0;
    int from = point * width;
    for (int f = 0; f < width; f++) {
      float difference = points[from + f] - place[f];
      sum += difference * difference;
    }
    return sum;
  }
}
