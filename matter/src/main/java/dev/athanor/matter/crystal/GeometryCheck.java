package dev.athanor.matter.crystal;

import dev.athanor.matter.chemistry.Element;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Whether the atoms of a crystal have room: no two on top of each other, and a volume that such
 * atoms fill elsewhere.
 *
 * <p>Distances are judged against the sum of Slater's atomic radii, which bonds of most kinds
 * approach; the limits are those that all but a few in ten thousand Materials Project structures
 * keep. A pass says that the geometry is possible, not that it is stable.
 *
 * @param verdict the worst of what was found
 * @param shortestDistance between two atoms, angstrom
 * @param shortestDistanceRatio the smallest distance divided by the sum of the two radii
 * @param volumePerAtom cubic angstrom
 * @param volumeRatio volume divided by {@link VolumeEstimate}
 * @param warnings what is unusual, in words for a person
 */
public record GeometryCheck(
    Verdict verdict,
    double shortestDistance,
    double shortestDistanceRatio,
    double volumePerAtom,
    double volumeRatio,
    List<String> warnings) {
  /** Below this share of the radii's sum atoms overlap. */
  public static final double OVERLAP_RATIO = 0.60;

  /** Below this share of the radii's sum a contact is unusually short. */
  public static final double SHORT_RATIO = 0.72;

  private static final double SMALLEST_VOLUME_RATIO = 0.45;
  private static final double SMALL_VOLUME_RATIO = 0.65;
  private static final double LARGE_VOLUME_RATIO = 2.0;
  private static final double LARGEST_VOLUME_RATIO = 8.0;
  private static final double LARGEST_CUTOFF = 100;

  /** How far a geometry can be believed. */
  public enum Verdict {
    /** Distances and volume are as in known crystals. */
    PLAUSIBLE,
    /** Something is rare among known crystals; the warnings say what. */
    UNUSUAL,
    /** Atoms overlap, or the volume is none that such atoms fill. */
    IMPOSSIBLE
  }

  public GeometryCheck {
    warnings = List.copyOf(warnings);
  }

  /** Looks at every pair of neighbouring atoms and at the volume. */
  public static GeometryCheck of(Crystal crystal) {
    List<String> warnings = new ArrayList<>();
    Contact shortest = shortestContact(crystal);
    Verdict verdict = judgeDistance(crystal, shortest, warnings);
    double ratio = crystal.lattice().volume() / VolumeEstimate.of(crystal.composition());
    Verdict byVolume = judgeVolume(ratio, warnings);
    return new GeometryCheck(
        byVolume.compareTo(verdict) > 0 ? byVolume : verdict,
        shortest.distance(),
        shortest.ratio(),
        crystal.volumePerAtom(),
        ratio,
        warnings);
  }

  /** True unless the geometry is impossible. */
  public boolean isPossible() {
    return verdict != Verdict.IMPOSSIBLE;
  }

  /** Radius that distances are judged by, angstrom: Slater's, or the metallic one, or 1.4. */
  public static double radius(Element element) {
    return element.atomicRadius().orElse(element.metallicRadius().orElse(1.4));
  }

  private static Verdict judgeDistance(Crystal crystal, Contact contact, List<String> warnings) {
    if (contact.ratio() >= SHORT_RATIO) {
      return Verdict.PLAUSIBLE;
    }
    boolean overlap = contact.ratio() < OVERLAP_RATIO;
    warnings.add(
        String.format(
            Locale.ROOT,
            "%s and %s are %.2f angstrom apart, %.0f %% of the sum of their radii: %s",
            crystal.sites().get(contact.first()).majorElement(),
            crystal.sites().get(contact.second()).majorElement(),
            contact.distance(),
            100 * contact.ratio(),
            overlap ? "they overlap" : "unusually short"));
    return overlap ? Verdict.IMPOSSIBLE : Verdict.UNUSUAL;
  }

  private static Verdict judgeVolume(double ratio, List<String> warnings) {
    if (ratio >= SMALL_VOLUME_RATIO && ratio <= LARGE_VOLUME_RATIO) {
      return Verdict.PLAUSIBLE;
    }
    warnings.add(
        String.format(
            Locale.ROOT,
            "the volume is %.2f times what these atoms fill elsewhere: %s",
            ratio,
            ratio < 1 ? "compressed" : "an open framework, layers, or expanded"));
    return ratio < SMALLEST_VOLUME_RATIO || ratio > LARGEST_VOLUME_RATIO
        ? Verdict.IMPOSSIBLE
        : Verdict.UNUSUAL;
  }

  /** The contact with the smallest ratio; sites that are never filled together do not touch. */
  private static Contact shortestContact(Crystal crystal) {
    List<Site> sites = crystal.sites();
    double[] radii = sites.stream().mapToDouble(site -> radius(site.majorElement())).toArray();
    double[] occupancies = sites.stream().mapToDouble(Site::totalOccupancy).toArray();
    double largest = 0;
    for (double radius : radii) {
      largest = Math.max(largest, radius);
    }
    double cutoff = 2.2 * largest;
    while (true) {
      NeighborList list = NeighborList.within(crystal, Math.min(cutoff, LARGEST_CUTOFF));
      Contact best = new Contact(0, 0, cutoff, Double.POSITIVE_INFINITY);
      for (int i = 0; i < list.siteCount(); i++) {
        for (int bond = list.start(i); bond < list.end(i); bond++) {
          int j = list.neighbor(bond);
          double ratio = list.distance(bond) / (radii[i] + radii[j]);
          if (ratio < best.ratio() && occupancies[i] + occupancies[j] > 1.01) {
            best = new Contact(i, j, list.distance(bond), ratio);
          }
        }
      }
      if (best.ratio() < Double.POSITIVE_INFINITY || cutoff > LARGEST_CUTOFF) {
        return best;
      }
      cutoff *= 2;
    }
  }

  private record Contact(int first, int second, double distance, double ratio) {}
}
