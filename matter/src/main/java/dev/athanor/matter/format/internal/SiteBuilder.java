package dev.athanor.matter.format.internal;

import dev.athanor.matter.MatterErrors;
import dev.athanor.matter.MatterException;
import dev.athanor.matter.chemistry.Element;
import dev.athanor.matter.crystal.Crystal;
import dev.athanor.matter.crystal.Lattice;
import dev.athanor.matter.crystal.Site;
import dev.athanor.matter.crystal.Vector3;
import dev.athanor.matter.symmetry.SymmetryOperation;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * From the atoms of an asymmetric unit to the sites of the cell: symmetry is applied, images that
 * coincide within {@value #SAME_PLACE} angstrom become one site, and atoms of several elements at
 * one place share it.
 */
public final class SiteBuilder {
  /** Closer than this, in angstrom, is one place. */
  public static final double SAME_PLACE = 0.01;

  /**
   * Closer than this, in angstrom, images of one atom cannot both be there; when their occupancies
   * add to more than one, the coordinates are a special position printed with few digits.
   */
  private static final double ROUNDED_PLACE = 0.2;

  /** Sum of occupancies that rounding in the last printed digit explains. */
  private static final double MAX_TOTAL = 1.02;

  private static final long MAX_IMAGES = 4_000_000;

  /** Labels that a message names. */
  private static final int MAX_SHOWN = 5;

  private final CellMetric metric;
  private final Lattice lattice;
  private final List<SymmetryOperation> operations;
  private final Warnings warnings;
  private final PlaceIndex index;
  private final List<Place> places = new ArrayList<>();
  private final Set<ListedAtom> reported = new HashSet<>();

  private SiteBuilder(Lattice lattice, List<SymmetryOperation> operations, Warnings warnings) {
    this.lattice = lattice;
    this.metric = CellMetric.of(lattice);
    this.operations = operations;
    this.warnings = warnings;
    this.index = new PlaceIndex(lattice);
  }

  /**
   * The crystal.
   *
   * @throws MatterException {@code BAD_OCCUPANCY} with the line of the atom that overfills a place;
   *     {@code TOO_LARGE}
   */
  public static Crystal build(
      Lattice lattice,
      List<SymmetryOperation> operations,
      List<ListedAtom> atoms,
      Warnings warnings) {
    if ((long) atoms.size() * operations.size() > MAX_IMAGES) {
      throw new MatterException(
          MatterErrors.TOO_LARGE,
          atoms.size() + " atoms under " + operations.size() + " operations");
    }
    SiteBuilder builder = new SiteBuilder(lattice, operations, warnings);
    for (ListedAtom atom : atoms) {
      builder.add(atom);
    }
    return builder.crystal();
  }

  private void add(ListedAtom atom) {
    List<Vector3> images = orbit(atom);
    atom.multiplicity()
        .ifPresent(
            stated -> {
              if (stated != images.size()) {
                warnings.add(
                    Warnings.Kind.SYMMETRY,
                    "'"
                        + atom.label()
                        + "' has "
                        + images.size()
                        + " images in the cell, the file says "
                        + stated,
                    atom.line());
              }
            });
    for (Vector3 image : images) {
      int found = index.find(image, SAME_PLACE);
      if (found >= 0) {
        join(places.get(found), atom);
      } else {
        if (places.size() >= Crystal.MAX_SITES) {
          throw new MatterException(
              MatterErrors.TOO_LARGE,
              "more than " + Crystal.MAX_SITES + " sites in the cell",
              atom.line());
        }
        Place place = new Place(image, atom);
        index.add(image);
        places.add(place);
      }
    }
  }

  private List<Vector3> orbit(ListedAtom atom) {
    List<Vector3> images = images(atom.position(), SAME_PLACE);
    if (images.size() > 1 && overlaps(images, atom.occupancy())) {
      List<Vector3> joined = images(atom.position(), ROUNDED_PLACE);
      warnings.add(
          Warnings.Kind.SITE_MERGED,
          String.format(
              Locale.ROOT,
              "'%s' lies next to a special position; %d images were joined into %d",
              atom.label(),
              images.size(),
              joined.size()),
          atom.line());
      return joined;
    }
    return images;
  }

  private boolean overlaps(List<Vector3> images, double occupancy) {
    Vector3 first = images.get(0);
    int near = 0;
    for (Vector3 image : images) {
      if (squaredDistance(first, image) < ROUNDED_PLACE * ROUNDED_PLACE) {
        near++;
      }
    }
    return near > 1 && near * occupancy > MAX_TOTAL;
  }

  /** Images of a place, those within {@code tolerance} of one another as their mean. */
  private List<Vector3> images(Vector3 position, double tolerance) {
    List<Vector3> first = new ArrayList<>();
    List<double[]> drift = new ArrayList<>();
    for (SymmetryOperation operation : operations) {
      Vector3 image = operation.apply(position).wrapped();
      int same = -1;
      for (int i = 0; i < first.size() && same < 0; i++) {
        if (squaredDistance(first.get(i), image) < tolerance * tolerance) {
          same = i;
        }
      }
      if (same < 0) {
        first.add(image);
        drift.add(new double[] {0, 0, 0, 1});
      } else {
        Vector3 start = first.get(same);
        double[] sum = drift.get(same);
        sum[0] += nearest(image.x() - start.x());
        sum[1] += nearest(image.y() - start.y());
        sum[2] += nearest(image.z() - start.z());
        sum[3]++;
      }
    }
    List<Vector3> means = new ArrayList<>(first.size());
    for (int i = 0; i < first.size(); i++) {
      double[] sum = drift.get(i);
      Vector3 shift = new Vector3(sum[0] / sum[3], sum[1] / sum[3], sum[2] / sum[3]);
      // rounding noise of exact positions is no reason to move them
      means.add(shift.length() < 1e-12 ? first.get(i) : first.get(i).plus(shift).wrapped());
    }
    return means;
  }

  private static double nearest(double difference) {
    return difference - Math.rint(difference);
  }

  private double squaredDistance(Vector3 a, Vector3 b) {
    return metric.squaredDistance(a.x() - b.x(), a.y() - b.y(), a.z() - b.z());
  }

  private void join(Place place, ListedAtom atom) {
    double before = place.shares.getOrDefault(atom.element(), 0.0);
    double total = place.total() + atom.occupancy();
    boolean listedTwice =
        before > 0
            && (place.labels.contains(atom.label())
                || (total > MAX_TOTAL && Math.abs(before - atom.occupancy()) < 1e-6));
    if (listedTwice) {
      if (reported.add(atom)) {
        warnings.add(
            Warnings.Kind.SITE_MERGED,
            "'" + atom.label() + "' is an image of an atom listed before; taken once",
            atom.line());
      }
      return;
    }
    if (total > MAX_TOTAL) {
      throw new MatterException(
          MatterErrors.BAD_OCCUPANCY,
          String.format(
              Locale.ROOT,
              "'%s' raises the occupancy of its place, with %s there, to %.3f",
              atom.label(),
              place.labels.stream().limit(MAX_SHOWN).collect(Collectors.joining(", ")),
              total),
          atom.line());
    }
    place.shares.merge(atom.element(), atom.occupancy(), Double::sum);
    place.addLabel(atom.label());
    if (total > 1 + 1e-6 && reported.add(atom)) {
      warnings.add(
          Warnings.Kind.OCCUPANCY,
          String.format(
              Locale.ROOT,
              "occupancies at the place of '%s' add up to %.4f; scaled to 1",
              atom.label(),
              total),
          atom.line());
    }
  }

  private Crystal crystal() {
    List<Site> sites = new ArrayList<>(places.size());
    for (Place place : places) {
      double total = place.total();
      if (total > 1) {
        place.shares.replaceAll((element, share) -> share / total);
      }
      sites.add(new Site(place.shares, place.position));
    }
    return new Crystal(lattice, sites);
  }

  /** A place under construction. */
  private static final class Place {
    private final Vector3 position;
    private final Map<Element, Double> shares = new EnumMap<>(Element.class);
    private Set<String> labels;

    Place(Vector3 position, ListedAtom atom) {
      this.position = position;
      shares.put(atom.element(), atom.occupancy());
      labels = Set.of(atom.label());
    }

    /** Few places are shared, so most need no more than a set of one. */
    void addLabel(String label) {
      if (labels.size() == 1) {
        labels = new LinkedHashSet<>(labels);
      }
      labels.add(label);
    }

    double total() {
      double sum = 0;
      for (double share : shares.values()) {
        sum += share;
      }
      return sum;
    }
  }
}
