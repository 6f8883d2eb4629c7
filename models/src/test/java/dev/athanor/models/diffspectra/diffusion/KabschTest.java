package dev.athanor.models.diffspectra.diffusion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

/** Clouds of points are laid onto each other without ever being mirrored. */
final class KabschTest {
  private static double[] cloud(int points, Random random) {
    double[] cloud = new double[3 * points];
    for (int axis = 0; axis < 3; axis++) {
      double sum = 0;
      for (int i = 0; i < points; i++) {
        cloud[3 * i + axis] = random.nextGaussian();
        sum += cloud[3 * i + axis];
      }
      for (int i = 0; i < points; i++) {
        cloud[3 * i + axis] -= sum / points;
      }
    }
    return cloud;
  }

  private static double[] anyRotation(Random random) {
    return Kabsch.rotation(cloud(5, random), cloud(5, random));
  }

  private static double determinant(double[] r) {
    return r[0] * (r[4] * r[8] - r[5] * r[7])
        - r[1] * (r[3] * r[8] - r[5] * r[6])
        + r[2] * (r[3] * r[7] - r[4] * r[6]);
  }

  private static double distance(double[] a, double[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += (a[i] - b[i]) * (a[i] - b[i]);
    }
    return sum;
  }

  @Property(tries = 200)
  void aTurnedCloudIsTurnedBack(@ForAll long seed) {
    Random random = new Random(seed);
    double[] points = cloud(7, random);
    double[] turned = Kabsch.rotate(anyRotation(random), points);
    double[] back = Kabsch.rotate(Kabsch.rotation(points, turned), points);
    assertThat(back).containsExactly(turned, within(1e-9));
  }

  @Property(tries = 200)
  void itIsAProperRotationAndNoOtherIsBetter(@ForAll long seed) {
    Random random = new Random(seed);
    double[] from = cloud(6, random);
    double[] onto = cloud(6, random);
    double[] best = Kabsch.rotation(from, onto);
    assertThat(determinant(best)).isCloseTo(1, within(1e-9));
    double[] other = anyRotation(random);
    assertThat(distance(Kabsch.rotate(best, from), onto))
        .isLessThanOrEqualTo(distance(Kabsch.rotate(other, from), onto) + 1e-9);
  }

  @Test
  void aMirrorImageIsNotMirroredBack() {
    double[] points = cloud(5, new Random(4));
    double[] mirrored = points.clone();
    for (int i = 0; i < mirrored.length; i += 3) {
      mirrored[i] = -mirrored[i];
    }
    double[] rotation = Kabsch.rotation(points, mirrored);
    assertThat(determinant(rotation)).isCloseTo(1, within(1e-9));
    assertThat(distance(Kabsch.rotate(rotation, points), mirrored)).isGreaterThan(0.1);
  }

  @Test
  void pointsOnALineAndInAPlaneHaveOneToo() {
    double[] line = {-1, 0, 0, 0, 0, 0, 1, 0, 0};
    double[] upright = {0, 0, -1, 0, 0, 0, 0, 0, 1};
    double[] rotation = Kabsch.rotation(line, upright);
    assertThat(determinant(rotation)).isCloseTo(1, within(1e-9));
    assertThat(Kabsch.rotate(rotation, line)).containsExactly(upright, within(1e-9));
  }
}
