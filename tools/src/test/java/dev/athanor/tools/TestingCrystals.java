package dev.athanor.tools;

import dev.athanor.matter.chemistry.Element;
import dev.athanor.matter.crystal.Crystal;
import dev.athanor.matter.crystal.CrystalRecord;
import dev.athanor.matter.crystal.Lattice;
import dev.athanor.matter.crystal.Site;
import dev.athanor.matter.crystal.Vector3;
import dev.athanor.matter.crystal.VolumeEstimate;
import dev.athanor.tools.candidate.Candidate;
import dev.athanor.tools.candidate.CandidateSet;
import dev.athanor.tools.candidate.Specimens;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Crystals of well-known structure types, in cells that suit their atoms. */
public final class TestingCrystals {
  private TestingCrystals() {}

  /** Cr3Si type: a on the chains, b in the corners. */
  public static Crystal a15(Element a, Element b) {
    double[][] chains = {
      {0.25, 0, 0.5}, {0.75, 0, 0.5}, {0.5, 0.25, 0}, {0.5, 0.75, 0}, {0, 0.5, 0.25}, {0, 0.5, 0.75}
    };
    List<Site> sites = new ArrayList<>();
    sites.add(Site.of(b, 0, 0, 0));
    sites.add(Site.of(b, 0.5, 0.5, 0.5));
    for (double[] p : chains) {
      sites.add(Site.of(a, p[0], p[1], p[2]));
    }
    return sized(new Crystal(Lattice.cubic(5), sites));
  }

  /** MgZn2 type: a in the large places (4f), b in the small ones (2a and 6h). */
  public static Crystal laves(Element a, Element b) {
    double z = 0.062;
    double x = 0.8305;
    double[][] large = {
      {1 / 3.0, 2 / 3.0, z},
      {2 / 3.0, 1 / 3.0, z + 0.5},
      {2 / 3.0, 1 / 3.0, -z},
      {1 / 3.0, 2 / 3.0, 0.5 - z}
    };
    double[][] small = {
      {0, 0, 0},
      {0, 0, 0.5},
      {x, 2 * x, 0.25},
      {-2 * x, -x, 0.25},
      {x, -x, 0.25},
      {-x, -2 * x, 0.75},
      {2 * x, x, 0.75},
      {-x, x, 0.75}
    };
    List<Site> sites = new ArrayList<>();
    for (double[] p : large) {
      sites.add(Site.of(a, p[0], p[1], p[2]));
    }
    for (double[] p : small) {
      sites.add(Site.of(b, p[0], p[1], p[2]));
    }
    return sized(new Crystal(Lattice.ofParameters(5.2, 5.2, 8.5, 90, 90, 120), sites));
  }

  /** NaCl type, primitive cell. */
  public static Crystal rockSalt(Element cation, Element anion) {
    Lattice cell = new Lattice(new Vector3(0, 2, 2), new Vector3(2, 0, 2), new Vector3(2, 2, 0));
    return sized(
        new Crystal(cell, List.of(Site.of(cation, 0, 0, 0), Site.of(anion, 0.5, 0.5, 0.5))));
  }

  /** CsCl type. */
  public static Crystal b2(Element a, Element b) {
    return sized(
        new Crystal(Lattice.cubic(3), List.of(Site.of(a, 0, 0, 0), Site.of(b, 0.5, 0.5, 0.5))));
  }

  /** Keeps crystals as a set and returns its address. */
  public static String set(ArtifactStore artifacts, Crystal... crystals) {
    List<Candidate> candidates = new ArrayList<>();
    for (Crystal crystal : crystals) {
      String formula = crystal.composition().reducedFormula();
      candidates.add(Candidate.of(address(artifacts, crystal), formula, formula, Optional.empty()));
    }
    return CandidateSet.of(candidates).store(artifacts);
  }

  /** Keeps a crystal and returns its address. */
  public static String address(ArtifactStore artifacts, Crystal crystal) {
    return Specimens.store(
        CrystalRecord.of(crystal.composition().reducedFormula(), crystal), artifacts);
  }

  private static Crystal sized(Crystal crystal) {
    double ratio = VolumeEstimate.of(crystal.composition()) / crystal.lattice().volume();
    return crystal.withLattice(crystal.lattice().scaled(Math.cbrt(ratio)));
  }
}
