package dev.athanor.matter.symmetry.internal;

import dev.athanor.matter.symmetry.SpaceGroup;
import dev.athanor.matter.symmetry.SymmetryOperation;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReferenceArray;

/**
 * A space group in its standard setting, prepared for comparison: operations in a primitive basis,
 * one for each matrix, and the solution of the equations for the origin.
 */
public final class StandardGroup {
  private static final double RIDGE = 1e-7;
  private static final double ROUNDING = 1e-10;
  private static final AtomicReferenceArray<StandardGroup> CACHE = new AtomicReferenceArray<>(231);

  private final SpaceGroup setting;
  private final int settings;
  private final PointGroup pointGroup;

  /** Columns are the primitive vectors in terms of the conventional ones. */
  private final double[] centring;

  private final List<int[]> rotations = new ArrayList<>();
  private final List<double[]> translations = new ArrayList<>();
  private final Map<Integer, Integer> byRotation = new HashMap<>();
  private final List<OriginEquations> origins = new ArrayList<>();
  private final double[] leastSquares;

  private StandardGroup(int number) {
    List<SpaceGroup> all = SpaceGroup.settings(number);
    setting = all.get(0);
    settings = (int) all.stream().filter(group -> group.row() <= 530).count();
    String hall = setting.hallSymbol();
    centring = Centrings.primitive(hall.charAt(hall.startsWith("-") ? 1 : 0));
    List<int[]> conventional = new ArrayList<>();
    for (SymmetryOperation operation : setting.operations()) {
      add(operation, conventional);
    }
    pointGroup = PointGroup.of(rotations).orElseThrow();
    for (List<int[]> set : OriginChoice.generators(pointGroup.system())) {
      int[] generators = indices(set, conventional);
      if (Arrays.stream(generators).allMatch(index -> index >= 0)) {
        origins.add(new OriginEquations(generators, rotations));
      }
    }
    leastSquares = normalInverse();
  }

  /** The standard setting of a type: the first in the list of 530. */
  public static StandardGroup of(int number) {
    StandardGroup known = CACHE.get(number);
    if (known == null) {
      known = new StandardGroup(number);
      CACHE.set(number, known);
    }
    return known;
  }

  private void add(SymmetryOperation operation, List<int[]> conventional) {
    int[] w = new int[9];
    double[] t = new double[3];
    for (int i = 0; i < 9; i++) {
      w[i] = operation.rotation(i / 3, i % 3);
    }
    for (int i = 0; i < 3; i++) {
      t[i] = (double) operation.translation(i) / SymmetryOperation.DENOMINATOR;
    }
    double[] inverse = Matrices.inverse(centring);
    int[] primitive =
        Matrices.rounded(Matrices.product(Matrices.product(inverse, Matrices.reals(w)), centring));
    if (byRotation.putIfAbsent(key(primitive), rotations.size()) == null) {
      rotations.add(primitive);
      conventional.add(w);
      translations.add(Columns.times(inverse, t));
    }
  }

  private static int[] indices(List<int[]> wanted, List<int[]> conventional) {
    int[] found = new int[wanted.size()];
    for (int g = 0; g < found.length; g++) {
      found[g] = -1;
      for (int i = 0; i < conventional.size(); i++) {
        if (Arrays.equals(conventional.get(i), wanted.get(g))) {
          found[g] = i;
        }
      }
    }
    return found;
  }

  /** A number that tells matrices with indices from -4 to 4 apart. */
  private static int key(int[] w) {
    int key = 0;
    for (int entry : w) {
      key = key * 9 + entry + 4;
    }
    return key;
  }

  /** The setting. */
  public SpaceGroup setting() {
    return setting;
  }

  /** How many of the 530 settings belong to the type. */
  public int settings() {
    return settings;
  }

  /** The point group. */
  public PointGroup pointGroup() {
    return pointGroup;
  }

  /** Columns are the primitive vectors in terms of the conventional ones; not to be changed. */
  public double[] centring() {
    return centring;
  }

  /** Number of operations in a primitive cell. */
  public int order() {
    return rotations.size();
  }

  /** Matrix of an operation in the primitive basis; not to be changed. */
  public int[] rotation(int operation) {
    return rotations.get(operation);
  }

  /** Translation of an operation in the primitive basis; not to be changed. */
  public double[] translation(int operation) {
    return translations.get(operation);
  }

  /** The operation with this matrix in the primitive basis, or -1. */
  public int indexOf(int[] rotation) {
    for (int entry : rotation) {
      if (entry < -4 || entry > 4) {
        return -1;
      }
    }
    return byRotation.getOrDefault(key(rotation), -1);
  }

  /** How many sets of generators there are to take the origin from. */
  public int originChoices() {
    return origins.size();
  }

  /**
   * A shift of origin {@code p} with {@code (W - 1) p = w - w'} modulo lattice translations for
   * some generators, where {@code w} is measured and {@code w'} of this group; primitive basis.
   *
   * @param choice which set of generators
   * @param measured translation of each operation, by its index
   */
  public double[] origin(int choice, double[][] measured) {
    OriginEquations equations = origins.get(choice);
    int[] generators = equations.generators;
    double[] differences = new double[3 * generators.length];
    for (int g = 0; g < generators.length; g++) {
      double[] here = measured[generators[g]];
      double[] there = translations.get(generators[g]);
      for (int k = 0; k < 3; k++) {
        differences[3 * g + k] = fraction(here[k] - there[k]);
      }
    }
    double[] origin = new double[3];
    for (int i = 0; i < 3; i++) {
      for (int j = 0; j < differences.length; j++) {
        origin[i] += equations.solution[i][j] * differences[j];
      }
      origin[i] -= Math.rint(origin[i]);
    }
    return origin;
  }

  /** The origin nearby that suits all operations best, by least squares. */
  public double[] refinedOrigin(double[][] measured, double[] origin) {
    double[] sum = new double[3];
    for (int i = 0; i < measured.length; i++) {
      double[] rest = residual(i, measured[i], origin);
      int[] w = rotations.get(i);
      for (int k = 0; k < 3; k++) {
        // the transpose of W - 1 times the rest
        sum[k] += w[k] * rest[0] + w[3 + k] * rest[1] + w[6 + k] * rest[2] - rest[k];
      }
    }
    double[] correction = Columns.times(leastSquares, sum);
    double[] refined = new double[3];
    for (int k = 0; k < 3; k++) {
      refined[k] = origin[k] + correction[k];
    }
    return refined;
  }

  /**
   * From 0 to 1. Counting a difference just below zero as nearly one picks, of equally good
   * origins, the one that spglib picks; about zero would do as well.
   */
  private static double fraction(double value) {
    double rest = value - Math.rint(value);
    return rest < -ROUNDING ? rest + 1 : rest;
  }

  /**
   * What is left between a measured translation, seen from a shifted origin, and that of this
   * group; primitive basis, modulo lattice translations.
   */
  public double[] residual(int operation, double[] measured, double[] origin) {
    double[] moved = Columns.times(rotations.get(operation), origin);
    double[] there = translations.get(operation);
    double[] rest = new double[3];
    for (int k = 0; k < 3; k++) {
      rest[k] = measured[k] - moved[k] + origin[k] - there[k];
      rest[k] -= Math.rint(rest[k]);
    }
    return rest;
  }

  /** Inverse of the normal matrix of {@code (W - 1) p = r} for all operations. */
  private double[] normalInverse() {
    double[] normal = new double[9];
    for (int[] w : rotations) {
      for (int i = 0; i < 3; i++) {
        for (int j = 0; j < 3; j++) {
          for (int k = 0; k < 3; k++) {
            normal[3 * i + j] +=
                (w[3 * k + i] - (k == i ? 1 : 0)) * (w[3 * k + j] - (k == j ? 1 : 0));
          }
        }
      }
    }
    for (int i = 0; i < 9; i += 4) {
      // keeps the origin where it is along directions that the group leaves free
      normal[i] += RIDGE;
    }
    return Matrices.inverse(normal);
  }

  /** The equations for the origin that a set of generators makes, solved. */
  private static final class OriginEquations {
    private final int[] generators;
    private final double[][] solution;

    OriginEquations(int[] generators, List<int[]> rotations) {
      this.generators = generators;
      int[][] equations = new int[3 * generators.length][3];
      for (int g = 0; g < generators.length; g++) {
        for (int i = 0; i < 3; i++) {
          for (int j = 0; j < 3; j++) {
            equations[3 * g + i][j] = rotations.get(generators[g])[3 * i + j] - (i == j ? 1 : 0);
          }
        }
      }
      solution = new SmithForm(equations).pseudoInverse();
    }
  }
}
