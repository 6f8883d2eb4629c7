package dev.athanor.matter.symmetry.internal;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The space-group type of measured operations, and the cell and origin in which they are those of
 * its standard setting: {@code x_standard = P^-1 x + p}.
 */
public final class GroupMatch {
  private static final double NOT_WHOLE = 1e-6;

  private final StandardGroup group;
  private final int[] axes;
  private final double[] origin;

  private GroupMatch(StandardGroup group, int[] axes, double[] origin) {
    this.group = group;
    this.axes = axes;
    this.origin = origin;
  }

  /** The group. */
  public StandardGroup group() {
    return group;
  }

  /** Columns are the conventional cell vectors in terms of the primitive ones ({@code P}). */
  public int[] axes() {
    return axes.clone();
  }

  /** The shift {@code p} of coordinates, in the conventional cell. */
  public double[] origin() {
    return origin.clone();
  }

  /**
   * Compares operations with the standard setting of every type that has their point group.
   *
   * @param operations in a primitive cell, one for each matrix
   * @param rows of the primitive cell
   * @param tolerance angstrom, within which translations are the same
   */
  public static Optional<GroupMatch> of(
      List<FoundOperation> operations, double[] rows, double tolerance) {
    List<int[]> rotations = operations.stream().map(FoundOperation::rotation).toList();
    Optional<PointGroup> pointGroup = PointGroup.of(rotations);
    if (pointGroup.isEmpty()) {
      return Optional.empty();
    }
    Optional<int[]> axes = ConventionalAxes.of(pointGroup.get(), rotations, rows, tolerance);
    if (axes.isEmpty()) {
      return Optional.empty();
    }
    List<Basis> bases = new ArrayList<>();
    for (int[] change : ConventionalAxes.alternatives(pointGroup.get().system())) {
      bases.add(new Basis(Matrices.product(axes.get(), change), pointGroup.get().system(), rows));
    }
    for (int number : Types.of(pointGroup.get())) {
      StandardGroup group = StandardGroup.of(number);
      @Nullable GroupMatch best = null;
      @Nullable Basis bestBasis = null;
      for (Basis basis : bases) {
        if (!basis.isCustomary(group) || (bestBasis != null && !basis.isShorterThan(bestBasis))) {
          continue;
        }
        Optional<GroupMatch> match = match(group, basis, operations, rows, tolerance);
        if (match.isPresent()) {
          best = match.get();
          bestBasis = basis;
        }
      }
      if (best != null) {
        return Optional.of(best);
      }
    }
    return Optional.empty();
  }

  private static Optional<GroupMatch> match(
      StandardGroup group,
      Basis basis,
      List<FoundOperation> operations,
      double[] rows,
      double tolerance) {
    if (group.order() != operations.size()) {
      return Optional.empty();
    }
    double[] real = Matrices.product(basis.axes, group.centring());
    if (Matrices.distanceFromIntegers(real) > NOT_WHOLE) {
      return Optional.empty();
    }
    int[] toPrimitive = Matrices.rounded(real);
    int determinant = Matrices.determinant(toPrimitive);
    if (Math.abs(determinant) != 1) {
      return Optional.empty();
    }
    int[] inverse = Matrices.adjugate(toPrimitive);
    for (int i = 0; i < 9; i++) {
      inverse[i] *= determinant;
    }
    double[][] measured = new double[group.order()][];
    for (FoundOperation operation : operations) {
      int[] rotation =
          Matrices.product(Matrices.product(inverse, operation.rotation()), toPrimitive);
      int index = group.indexOf(rotation);
      if (index < 0) {
        return Optional.empty();
      }
      measured[index] = Columns.times(inverse, operation.translation());
    }
    double[] metric = Matrices.metric(Matrices.product(Matrices.transpose(toPrimitive), rows));
    for (int choice = 0; choice < group.originChoices(); choice++) {
      double[] origin = group.origin(choice, measured);
      if (suitsAll(group, measured, origin, metric, tolerance)) {
        double[] refined = group.refinedOrigin(measured, origin);
        return Optional.of(
            new GroupMatch(group, basis.axes, Columns.times(group.centring(), refined)));
      }
    }
    return Optional.empty();
  }

  private static boolean suitsAll(
      StandardGroup group,
      double[][] measured,
      double[] origin,
      double[] metric,
      double tolerance) {
    for (int i = 0; i < measured.length; i++) {
      if (length(group.residual(i, measured[i], origin), metric) > tolerance) {
        return false;
      }
    }
    return true;
  }

  private static double length(double[] d, double[] metric) {
    double squared = 0;
    for (int i = 0; i < 3; i++) {
      for (int j = 0; j < 3; j++) {
        squared += d[i] * metric[3 * i + j] * d[j];
      }
    }
    return Math.sqrt(Math.max(0, squared));
  }

  /** A choice of axes with the lengths that decide whether it is the customary one. */
  private static final class Basis {
    private final int[] axes;
    private final CrystalSystem system;
    private final double[] metric;

    Basis(int[] axes, CrystalSystem system, double[] rows) {
      this.axes = axes;
      this.system = system;
      metric = Matrices.metric(Matrices.product(Matrices.transpose(axes), rows));
    }

    /** Monoclinic cells have an angle of at least 90 degrees, and a before c where that is free. */
    boolean isCustomary(StandardGroup group) {
      return system != CrystalSystem.MONOCLINIC
          || (metric[2] <= 0 && (group.settings() != 3 || metric[0] <= metric[8]));
    }

    /** Where a type looks the same from several axes of a box, the shorter of them come first. */
    boolean isShorterThan(Basis other) {
      if (system != CrystalSystem.ORTHORHOMBIC) {
        return false;
      }
      return metric[0] < other.metric[0]
          || (metric[0] == other.metric[0] && metric[4] < other.metric[4]);
    }
  }

  /** Which types belong to a point group. */
  private static final class Types {
    private static final Map<PointGroup, List<Integer>> BY_POINT_GROUP = load();

    static List<Integer> of(PointGroup group) {
      return BY_POINT_GROUP.getOrDefault(group, List.of());
    }

    private static Map<PointGroup, List<Integer>> load() {
      Map<PointGroup, List<Integer>> found = new EnumMap<>(PointGroup.class);
      for (int number = 1; number <= 230; number++) {
        found
            .computeIfAbsent(StandardGroup.of(number).pointGroup(), group -> new ArrayList<>())
            .add(number);
      }
      return found;
    }
  }
}
