package dev.athanor.matter.symmetry.internal;

import java.util.List;
import java.util.Optional;

/**
 * Determination of the space group of a cell: primitive cell, operations, match with a type,
 * refined positions. Where one of them fails, because what holds within the tolerance is no group,
 * the tolerance is lowered and all is tried again.
 */
public final class SymmetrySearch {
  /** Rounds of lowering the tolerance by a tenth. */
  private static final int ROUNDS = 60;

  private static final double ROUND_REDUCTION = 0.9;

  /** Tries within a round, each 5 percent lower. */
  private static final int ATTEMPTS = 20;

  private static final double REDUCTION = 0.95;

  private final PrimitiveSearch primitive;
  private final GroupMatch match;
  private final RefinedSites sites;
  private final double tolerance;

  private SymmetrySearch(
      PrimitiveSearch primitive, GroupMatch match, RefinedSites sites, double tolerance) {
    this.primitive = primitive;
    this.match = match;
    this.sites = sites;
    this.tolerance = tolerance;
  }

  /**
   * The space group within a tolerance.
   *
   * @param tolerance angstrom
   * @param angleTolerance degrees; 0 derives one from the tolerance
   * @return empty only when rounding hides even the identity
   */
  public static Optional<SymmetrySearch> of(
      AtomicCell cell, double tolerance, double angleTolerance) {
    double tried = tolerance;
    double angle = angleTolerance;
    for (int round = 0; round < ROUNDS; round++) {
      Optional<SymmetrySearch> found = round(cell, tried, angle);
      if (found.isPresent()) {
        return found;
      }
      tried *= ROUND_REDUCTION;
      angle *= ROUND_REDUCTION;
    }
    return Optional.empty();
  }

  private static Optional<SymmetrySearch> round(
      AtomicCell cell, double tolerance, double angleTolerance) {
    double tried = tolerance;
    double angle = angleTolerance;
    for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
      PrimitiveSearch primitive = PrimitiveSearch.of(cell, tried);
      Optional<GroupMatch> match = match(primitive.cell(), primitive.tolerance(), angle);
      if (match.isPresent()) {
        return RefinedSites.of(primitive.cell(), match.get(), primitive.tolerance())
            .map(sites -> new SymmetrySearch(primitive, match.get(), sites, primitive.tolerance()));
      }
      tried *= REDUCTION;
      angle *= REDUCTION;
    }
    return Optional.empty();
  }

  private static Optional<GroupMatch> match(
      AtomicCell primitive, double tolerance, double angleTolerance) {
    OperationSearch search = new OperationSearch(primitive, tolerance, angleTolerance);
    List<FoundOperation> operations = search.operations(tolerance);
    if (distinctRotations(operations) < operations.size()) {
      return Optional.empty();
    }
    Optional<GroupMatch> match = GroupMatch.of(operations, primitive.rows(), tolerance);
    double tried = tolerance;
    for (int attempt = 0; attempt < ATTEMPTS && match.isEmpty(); attempt++) {
      tried *= REDUCTION;
      match = GroupMatch.of(search.within(operations, tried), primitive.rows(), tolerance);
    }
    return match;
  }

  private static long distinctRotations(List<FoundOperation> operations) {
    return operations.stream().map(o -> List.of(boxed(o.rotation()))).distinct().count();
  }

  private static Integer[] boxed(int[] values) {
    Integer[] boxed = new Integer[values.length];
    for (int i = 0; i < values.length; i++) {
      boxed[i] = values[i];
    }
    return boxed;
  }

  /** The primitive cell in which the operations were found. */
  public PrimitiveSearch primitive() {
    return primitive;
  }

  /** The type and how to get to its standard setting. */
  public GroupMatch match() {
    return match;
  }

  /** The sites as the group wants them. */
  public RefinedSites sites() {
    return sites;
  }

  /** The tolerance that was used in the end, angstrom. */
  public double tolerance() {
    return tolerance;
  }
}
