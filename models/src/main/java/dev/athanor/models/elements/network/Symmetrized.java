package dev.athanor.models.elements.network;

import dev.athanor.matter.MatterException;
import dev.athanor.matter.crystal.Crystal;
import dev.athanor.matter.crystal.Lattice;
import dev.athanor.matter.crystal.Site;
import dev.athanor.matter.crystal.Vector3;
import dev.athanor.matter.symmetry.CellOperation;
import dev.athanor.matter.symmetry.SymmetryAnalysis;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * The nearest crystal that has exactly the symmetry which a crystal nearly has.
 *
 * <p>Every operation {@code (W, w)} maps site i to a site j; positions become {@code x_j = mean (W
 * x_i + w)}, the metric of the cell {@code G = mean W^T G W}, and the cell is strained, not turned,
 * to have it. Sites keep their order. Not for crystals whose small distortions are meant: what
 * counts as small is the tolerance.
 */
final class Symmetrized {
  private static final int PASSES = 3;
  private static final int ROOT_STEPS = 12;

  private final Crystal crystal;
  private final List<CellOperation> operations;

  private Symmetrized(Crystal crystal, List<CellOperation> operations) {
    this.crystal = crystal;
    this.operations = operations;
  }

  /**
   * The crystal with the symmetry that it has within a distance; itself where it has none, or none
   * that can be told.
   *
   * @param tolerance angstrom
   */
  static Crystal within(Crystal crystal, double tolerance) {
    List<CellOperation> operations;
    try {
      operations = SymmetryAnalysis.of(crystal, tolerance).operations();
    } catch (MatterException e) {
      // a cell in which no symmetry can be told is as good as one without
      return crystal;
    }
    return operations.size() < 2
        ? crystal
        : new Symmetrized(crystal, operations).crystal().orElse(crystal);
  }

  private Optional<Crystal> crystal() {
    int count = crystal.sites().size();
    int[][] images = new int[operations.size()][];
    for (int o = 0; o < images.length; o++) {
      images[o] = images(operations.get(o));
      if (Arrays.stream(images[o]).anyMatch(image -> image < 0)) {
        return Optional.empty();
      }
    }
    Vector3[] positions =
        crystal.sites().stream().map(Site::position).toArray(length -> new Vector3[length]);
    for (int pass = 0; pass < PASSES; pass++) {
      positions = averaged(positions, images);
    }
    List<Site> sites = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      sites.add(crystal.sites().get(i).movedTo(positions[i]));
    }
    return Optional.of(new Crystal(averagedCell(), sites));
  }

  /** For each site the one of its kind that it is mapped to, each once; -1 where there is none. */
  private int[] images(CellOperation operation) {
    List<Site> sites = crystal.sites();
    boolean[] taken = new boolean[sites.size()];
    int[] images = new int[sites.size()];
    for (int i = 0; i < images.length; i++) {
      Site site = sites.get(i);
      Vector3 image = operation.apply(site.position());
      int nearest = -1;
      double least = Double.POSITIVE_INFINITY;
      for (int j = 0; j < images.length; j++) {
        if (!taken[j] && sites.get(j).occupancies().equals(site.occupancies())) {
          Vector3 apart = nearest(image.minus(sites.get(j).position()));
          double distance = crystal.lattice().toCartesian(apart).length();
          if (distance < least) {
            least = distance;
            nearest = j;
          }
        }
      }
      images[i] = nearest;
      if (nearest >= 0) {
        taken[nearest] = true;
      }
    }
    return images;
  }

  private Vector3[] averaged(Vector3[] positions, int[][] images) {
    Vector3[] result = positions.clone();
    int count = positions.length;
    for (int o = 0; o < images.length; o++) {
      Vector3[] moves = new Vector3[count];
      Vector3 drift = Vector3.ZERO;
      for (int i = 0; i < count; i++) {
        int j = images[o][i];
        moves[j] = nearest(operations.get(o).apply(positions[i]).minus(positions[j]));
        drift = drift.plus(moves[j].times(1.0 / count));
      }
      // the operation was found from few sites: all of them place it better
      for (int j = 0; j < count; j++) {
        result[j] = result[j].plus(moves[j].minus(drift).times(1.0 / images.length));
      }
    }
    return result;
  }

  private Lattice averagedCell() {
    double[][] cell = crystal.lattice().rows();
    double[][] metric = Matrix3.product(cell, Matrix3.transpose(cell));
    double[][] mean = new double[3][3];
    for (CellOperation operation : operations) {
      double[][] w = new double[3][3];
      for (int i = 0; i < 3; i++) {
        for (int j = 0; j < 3; j++) {
          w[i][j] = operation.rotation(i, j);
        }
      }
      double[][] image = Matrix3.product(Matrix3.product(Matrix3.transpose(w), metric), w);
      for (int i = 0; i < 3; i++) {
        for (int j = 0; j < 3; j++) {
          mean[i][j] += image[i][j] / operations.size();
        }
      }
    }
    // cell U U^T cell^T = mean with a symmetric U, by Newton's iteration for the square root
    double[][] inverse = Matrix3.inverse(cell);
    double[][] square = Matrix3.product(Matrix3.product(inverse, mean), Matrix3.transpose(inverse));
    double[][] root = {{1, 0, 0}, {0, 1, 0}, {0, 0, 1}};
    for (int step = 0; step < ROOT_STEPS; step++) {
      double[][] quotient = Matrix3.product(square, Matrix3.inverse(root));
      for (int i = 0; i < 3; i++) {
        for (int j = 0; j < 3; j++) {
          root[i][j] = 0.5 * (root[i][j] + quotient[i][j]);
        }
      }
    }
    return Lattice.ofRows(Matrix3.product(cell, root));
  }

  private static Vector3 nearest(Vector3 d) {
    return new Vector3(
        d.x() - Math.rint(d.x()), d.y() - Math.rint(d.y()), d.z() - Math.rint(d.z()));
  }
}
