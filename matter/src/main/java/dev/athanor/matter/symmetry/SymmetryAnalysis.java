package dev.athanor.matter.symmetry;

import dev.athanor.matter.MatterErrors;
import dev.athanor.matter.MatterException;
import dev.athanor.matter.crystal.Crystal;
import dev.athanor.matter.crystal.Lattice;
import dev.athanor.matter.crystal.Site;
import dev.athanor.matter.crystal.Vector3;
import dev.athanor.matter.symmetry.internal.AtomicCell;
import dev.athanor.matter.symmetry.internal.Closeness;
import dev.athanor.matter.symmetry.internal.IdealLattice;
import dev.athanor.matter.symmetry.internal.InputOperations;
import dev.athanor.matter.symmetry.internal.Matrices;
import dev.athanor.matter.symmetry.internal.SymmetrySearch;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The symmetry that a crystal has within a tolerance: its space group, where its sites are, and the
 * crystal as it would be if the symmetry were exact.
 *
 * <p>The cell is reduced to a primitive one; rotations of its lattice are combined with the
 * translations that the rarest kind of site allows; what holds for every site is compared with the
 * operations of each type, generated from Hall symbols, in the standard setting: the first of the
 * type in the list of 530 (unique axis b, origin choice 1, hexagonal axes), as spglib chooses it.
 * Where the operations found are no group, the tolerance is lowered until they are. Sites are of
 * one kind when the same mixture of elements occupies them.
 *
 * <p>Not meant for tolerances near interatomic distances, for molecules in a box, or for magnetic
 * symmetry. Structures between two symmetries are told apart by the tolerance alone: look at more
 * than one.
 *
 * @see <a href="https://doi.org/10.1107/S0108767398010186">Grosse-Kunstleve, Acta Cryst. A55, 383
 *     (1999)</a>; <a href="https://doi.org/10.1107/S0108767301016658">Grosse-Kunstleve and Adams,
 *     Acta Cryst. A58, 60 (2002)</a>; <a href="https://doi.org/10.1080/27660400.2024.2384822">Togo,
 *     Shinohara and Tanaka, Sci. Technol. Adv. Mater. Meth. 4, 2384822 (2024)</a>
 */
public final class SymmetryAnalysis {
  /** Tolerance for structures from databases and calculations, angstrom. */
  public static final double USUAL_TOLERANCE = 0.01;

  private final Crystal crystal;
  private final SymmetrySearch search;
  private final double[] centring;

  /** For each site of the crystal its place in the primitive cell. */
  private final int[] representatives;

  private final double[] refined;
  private final int[] orbits;
  private final List<WyckoffPosition> positions;

  private SymmetryAnalysis(Crystal crystal, SymmetrySearch search) {
    this.crystal = crystal;
    this.search = search;
    this.centring = search.match().group().centring();
    this.representatives = search.primitive().representatives();
    this.refined = search.sites().positions();
    this.orbits = search.sites().orbits();
    this.positions = positions();
  }

  /**
   * The symmetry within a distance; lattice angles are compared by the distances they make.
   *
   * @param toleranceAngstrom above 0; {@link #USUAL_TOLERANCE} where nothing better is known
   * @throws MatterException {@code TOO_LARGE} beyond {@value PrimitiveCell#MAX_SITES} sites, or
   *     where near-symmetries of very many sites would take minutes to tell apart; {@code
   *     BAD_COORDINATES} where two sites of one kind coincide
   */
  public static SymmetryAnalysis of(Crystal crystal, double toleranceAngstrom) {
    return of(crystal, toleranceAngstrom, 0);
  }

  /**
   * The symmetry within a distance and, for the angles of the lattice, within degrees.
   *
   * @param toleranceAngstrom above 0
   * @param toleranceDegrees of lattice angles; 0 derives one from the distance
   * @throws MatterException as {@link #of(Crystal, double)}
   */
  public static SymmetryAnalysis of(
      Crystal crystal, double toleranceAngstrom, double toleranceDegrees) {
    if (!(toleranceDegrees >= 0) || !(toleranceDegrees < 45)) {
      throw new IllegalArgumentException(
          "a tolerance of angles lies between 0 and 45 degrees: " + toleranceDegrees);
    }
    AtomicCell cell = PrimitiveCell.checked(crystal, toleranceAngstrom);
    SymmetrySearch search =
        SymmetrySearch.of(
                cell, Closeness.usableTolerance(cell, toleranceAngstrom), toleranceDegrees)
            .orElseThrow(
                () ->
                    new MatterException(
                        MatterErrors.BAD_SYMMETRY,
                        "no symmetry can be told, not even the identity"));
    return new SymmetryAnalysis(crystal, search);
  }

  /** The space group in its standard setting. */
  public SpaceGroup spaceGroup() {
    return search.match().group().setting();
  }

  /** Hermann-Mauguin symbol of the crystal class, as in {@code m-3m}. */
  public String pointGroup() {
    return search.match().group().pointGroup().symbol();
  }

  /**
   * Pearson symbol, as in {@code cP8} or {@code hR2}: crystal family, lattice, sites of the
   * conventional cell (of the primitive one where the lattice is rhombohedral). Any lattice centred
   * on one pair of faces is {@code C}. Places count as one site whoever shares them.
   */
  public String pearsonSymbol() {
    char lattice = spaceGroup().shortSymbol().charAt(0);
    int primitive = firstSites().length;
    int conventional = primitive * centringVectors().size();
    return family()
        + (lattice == 'A' || lattice == 'B' ? 'C' : lattice)
        + (lattice == 'R' ? primitive : conventional);
  }

  /** First letter of the crystal family; anorthic stands for triclinic. */
  private String family() {
    return switch (spaceGroup().crystalSystem()) {
      case "triclinic" -> "a";
      case "trigonal" -> "h";
      default -> spaceGroup().crystalSystem().substring(0, 1);
    };
  }

  /** The tolerance at which the operations made a group, angstrom; at most the one asked for. */
  public double tolerance() {
    return search.tolerance();
  }

  /**
   * For each site of the crystal the index of the first site that a symmetry operation maps it to.
   */
  public List<Integer> equivalentSites() {
    int[] first = new int[orbits.length];
    Arrays.fill(first, -1);
    List<Integer> found = new ArrayList<>(representatives.length);
    for (int i = 0; i < representatives.length; i++) {
      int orbit = orbits[representatives[i]];
      if (first[orbit] < 0) {
        first[orbit] = i;
      }
      found.add(first[orbit]);
    }
    return found;
  }

  /** One site of each orbit, in the order of their first sites in the crystal. */
  public List<SiteOrbit> asymmetricUnit() {
    Map<Integer, List<Integer>> members = new LinkedHashMap<>();
    for (int i = 0; i < representatives.length; i++) {
      members.computeIfAbsent(orbits[representatives[i]], orbit -> new ArrayList<>()).add(i);
    }
    List<SiteOrbit> found = new ArrayList<>(members.size());
    members.forEach(
        (orbit, sites) ->
            found.add(
                new SiteOrbit(
                    crystal
                        .sites()
                        .get(sites.get(0))
                        .movedTo(snapped(conventional(orbit).wrapped())),
                    positions.get(orbit),
                    sites)));
    return found;
  }

  /** The Wyckoff position of each site of the crystal, in the standard setting. */
  public List<WyckoffPosition> wyckoffPositions() {
    List<WyckoffPosition> found = new ArrayList<>(representatives.length);
    for (int representative : representatives) {
      found.add(positions.get(representative));
    }
    return found;
  }

  /** The Wyckoff letter of each site of the crystal. */
  public List<String> wyckoffLetters() {
    return wyckoffPositions().stream().map(WyckoffPosition::letter).toList();
  }

  /** The oriented site symmetry of each site of the crystal, as in {@code 4m.m}. */
  public List<String> siteSymmetries() {
    return wyckoffPositions().stream().map(WyckoffPosition::siteSymmetry).toList();
  }

  /** The way from the crystal's own cell to the standard conventional one. */
  public StandardTransformation transformation() {
    double[] origin = search.match().origin();
    return new StandardTransformation(
        inputToStandard(), new Vector3(origin[0], origin[1], origin[2]));
  }

  /**
   * The operations in the crystal's own cell, the identity first. In a cell that has not the
   * symmetry of its lattice (an elongated supercell) those that the cell breaks are left out.
   */
  public List<CellOperation> operations() {
    return InputOperations.of(search).stream()
        .map(
            operation ->
                new CellOperation(
                    operation.rotation(),
                    new Vector3(
                        operation.translation()[0],
                        operation.translation()[1],
                        operation.translation()[2])))
        .toList();
  }

  /**
   * The conventional cell of the standard setting with exact symmetry: a along x, b in the xy
   * plane, equal edges averaged, sites at the mean of their images. Sites stand by primitive copy,
   * the copies of the centring together.
   */
  public Crystal standardConventional() {
    List<Site> sites = new ArrayList<>();
    int[] first = firstSites();
    for (int i = 0; i < first.length; i++) {
      for (Vector3 shift : centringVectors()) {
        sites.add(
            crystal.sites().get(first[i]).movedTo(snapped(conventional(i).plus(shift).wrapped())));
      }
    }
    return new Crystal(standardLattice(), sites);
  }

  /** The primitive cell that belongs to {@link #standardConventional()}. */
  public Crystal standardPrimitive() {
    double[] rows =
        Matrices.product(Matrices.transpose(centring), Matrices.rows(standardLattice()));
    List<Site> sites = new ArrayList<>();
    int[] first = firstSites();
    for (int i = 0; i < first.length; i++) {
      Vector3 position = new Vector3(refined[3 * i], refined[3 * i + 1], refined[3 * i + 2]);
      sites.add(crystal.sites().get(first[i]).movedTo(snapped(position.wrapped())));
    }
    return new Crystal(Matrices.lattice(rows), sites);
  }

  /** The lattice of the standard conventional cell, idealised. */
  private Lattice standardLattice() {
    double[] rows =
        Matrices.product(
            Matrices.transpose(Matrices.inverse(inputToStandard())),
            Matrices.rows(crystal.lattice()));
    return IdealLattice.of(search.match().group().pointGroup().system(), rows);
  }

  /** Columns of coordinates: input cell to primitive cell to conventional cell. */
  private double[] inputToStandard() {
    double[] toPrimitive = Matrices.inverse(Matrices.transpose(search.primitive().change()));
    return Matrices.product(Matrices.inverse(Matrices.reals(search.match().axes())), toPrimitive);
  }

  private List<WyckoffPosition> positions() {
    WyckoffPositions table = WyckoffPositions.table(spaceGroup());
    int[] sizes = new int[orbits.length];
    for (int orbit : orbits) {
      sizes[orbit]++;
    }
    int copies = (int) Math.rint(1 / Math.abs(Matrices.determinant(centring)));
    List<WyckoffPosition> found = new ArrayList<>(orbits.length);
    for (int i = 0; i < orbits.length; i++) {
      found.add(
          orbits[i] < i ? found.get(orbits[i]) : table.at(conventional(i), sizes[i] * copies));
    }
    return found;
  }

  /** Refined place of a primitive site in the conventional cell. */
  private Vector3 conventional(int site) {
    double x = refined[3 * site];
    double y = refined[3 * site + 1];
    double z = refined[3 * site + 2];
    double[] q = centring;
    return new Vector3(
        q[0] * x + q[1] * y + q[2] * z,
        q[3] * x + q[4] * y + q[5] * z,
        q[6] * x + q[7] * y + q[8] * z);
  }

  private List<Vector3> centringVectors() {
    return spaceGroup().operations().stream()
        .filter(SymmetryOperation::isTranslation)
        .map(operation -> operation.apply(Vector3.ZERO))
        .toList();
  }

  /** For each primitive site the first site of the crystal that it stands for. */
  private int[] firstSites() {
    int[] first = new int[orbits.length];
    for (int i = representatives.length - 1; i >= 0; i--) {
      first[representatives[i]] = i;
    }
    return first;
  }

  /** A coordinate that rounding left just below one is zero. */
  private static Vector3 snapped(Vector3 v) {
    return new Vector3(snapped(v.x()), snapped(v.y()), snapped(v.z()));
  }

  private static double snapped(double value) {
    return value > 1 - 1e-10 || value < 1e-14 ? 0 : value;
  }
}
