package dev.athanor.models.elements.training;

import dev.athanor.matter.crystal.Crystal;
import dev.athanor.matter.crystal.Lattice;
import dev.athanor.matter.crystal.ReciprocalLattice;
import dev.athanor.matter.crystal.Site;
import dev.athanor.matter.crystal.Vector3;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * A crystal that was shaken and strained, and the way back.
 *
 * @param crystal the perturbed crystal
 * @param displacements Cartesian moves in the perturbed cell that undo the shaking, angstrom, x y z
 *     of each site, without a common drift
 * @param strain the strain, xx yy zz yz xz xy, that takes the perturbed cell back: {@code L (1 +
 *     s)}
 */
@SuppressWarnings("ArrayRecordComponent") // handed over once, never compared
public record Perturbation(Crystal crystal, float[] displacements, float[] strain) {
  /**
   * Shakes every site by a normal displacement and strains the cell.
   *
   * @param original the crystal at rest
   * @param rattle standard deviation of each Cartesian component, angstrom
   * @param scale isotropic strain
   * @param shear standard deviation of each component of the further strain
   * @param random where chance comes from
   */
  public static Perturbation of(
      Crystal original, double rattle, double scale, double shear, Random random) {
    double[] e = new double[6];
    for (int i = 0; i < 6; i++) {
      e[i] = (i < 3 ? scale : 0) + shear * random.nextGaussian();
    }
    double[][] forward = {
      {1 + e[0], e[5], e[4]},
      {e[5], 1 + e[1], e[3]},
      {e[4], e[3], 1 + e[2]}
    };
    Lattice cell = original.lattice();
    Lattice strained =
        new Lattice(times(cell.a(), forward), times(cell.b(), forward), times(cell.c(), forward));
    double[][] back = inverse(forward);
    int sites = original.sites().size();
    Vector3[] moves = new Vector3[sites];
    Vector3 drift = Vector3.ZERO;
    for (int i = 0; i < sites; i++) {
      moves[i] =
          new Vector3(random.nextGaussian(), random.nextGaussian(), random.nextGaussian())
              .times(rattle);
      drift = drift.plus(moves[i].times(1.0 / sites));
    }
    List<Site> shaken = new ArrayList<>(sites);
    float[] displacements = new float[3 * sites];
    for (int i = 0; i < sites; i++) {
      Vector3 move = moves[i].minus(drift);
      Site site = original.sites().get(i);
      shaken.add(site.movedTo(site.position().plus(strained.toFractional(move))));
      displacements[3 * i] = (float) -move.x();
      displacements[3 * i + 1] = (float) -move.y();
      displacements[3 * i + 2] = (float) -move.z();
    }
    float[] strain = {
      (float) (back[0][0] - 1), (float) (back[1][1] - 1), (float) (back[2][2] - 1),
      (float) back[1][2], (float) back[0][2], (float) back[0][1]
    };
    return new Perturbation(new Crystal(strained, shaken), displacements, strain);
  }

  private static Vector3 times(Vector3 row, double[][] m) {
    return new Vector3(
        row.x() * m[0][0] + row.y() * m[1][0] + row.z() * m[2][0],
        row.x() * m[0][1] + row.y() * m[1][1] + row.z() * m[2][1],
        row.x() * m[0][2] + row.y() * m[1][2] + row.z() * m[2][2]);
  }

  private static double[][] inverse(double[][] rows) {
    ReciprocalLattice reciprocal = Lattice.ofRows(rows).reciprocal();
    double[][] r = reciprocal.rows();
    // rows of the reciprocal are columns of the inverse
    return new double[][] {
      {r[0][0], r[1][0], r[2][0]}, {r[0][1], r[1][1], r[2][1]}, {r[0][2], r[1][2], r[2][2]}
    };
  }
}
