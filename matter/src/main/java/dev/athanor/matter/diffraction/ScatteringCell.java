package dev.athanor.matter.diffraction;

import dev.athanor.matter.MatterErrors;
import dev.athanor.matter.MatterException;
import dev.athanor.matter.chemistry.Element;
import dev.athanor.matter.crystal.Crystal;
import dev.athanor.matter.crystal.Lattice;
import dev.athanor.matter.crystal.ReciprocalLattice;
import dev.athanor.matter.crystal.Site;
import dev.athanor.matter.crystal.Vector3;
import java.util.ArrayList;
import java.util.List;

/**
 * The planes of a crystal and how strongly each scatters: {@code |sum_j o_j f_j exp(2 pi i (h x_j +
 * k y_j + l z_j))|^2}.
 *
 * <p>Along a row of constant {@code h, k} the phase of a site turns by the same angle from one
 * {@code l} to the next, so that only the start of a row needs a sine.
 */
final class ScatteringCell {
  private static final double MAX_WORK = 2e9;

  private final Crystal crystal;
  private final Radiation.Probe probe;
  private final List<Element> elements;
  private final double[][] shares;
  private final double[] real;
  private final double[] imaginary;
  private final double[] stepReal;
  private final double[] stepImaginary;

  ScatteringCell(Crystal crystal, Radiation.Probe probe) {
    this.crystal = crystal;
    this.probe = probe;
    elements = List.copyOf(crystal.composition().elements());
    List<Site> sites = crystal.sites();
    shares = new double[elements.size()][sites.size()];
    for (int e = 0; e < shares.length; e++) {
      for (int i = 0; i < shares[e].length; i++) {
        shares[e][i] = sites.get(i).occupancies().getOrDefault(elements.get(e), 0.0);
      }
    }
    real = new double[sites.size()];
    imaginary = new double[sites.size()];
    stepReal = new double[sites.size()];
    stepImaginary = new double[sites.size()];
    for (int i = 0; i < sites.size(); i++) {
      double turn = 2 * Math.PI * sites.get(i).position().z();
      stepReal[i] = Math.cos(turn);
      stepImaginary[i] = Math.sin(turn);
    }
  }

  /** One of each pair of opposite planes, which scatter alike, in a shell of lengths. */
  List<Plane> planes(double shortest, double longest) {
    Lattice cell = crystal.lattice();
    int hMax = (int) Math.floor(longest * cell.a().length());
    int kMax = (int) Math.floor(longest * cell.b().length());
    int lMax = (int) Math.floor(longest * cell.c().length());
    double points = (hMax + 1.0) * (2.0 * kMax + 1) * (2.0 * lMax + 1);
    if (points * (crystal.sites().size() + 10) > MAX_WORK) {
      throw new MatterException(
          MatterErrors.TOO_LARGE,
          "the cell has too many lattice planes in this range of angles: " + (long) points);
    }
    ReciprocalLattice reciprocal = cell.reciprocal();
    List<Plane> planes = new ArrayList<>();
    for (int h = 0; h <= hMax; h++) {
      for (int k = h == 0 ? 0 : -kMax; k <= kMax; k++) {
        int first = h == 0 && k == 0 ? 1 : -lMax;
        row(reciprocal, h, k, first, lMax, shortest, longest, planes);
      }
    }
    return planes;
  }

  private void row(
      ReciprocalLattice reciprocal,
      int h,
      int k,
      int first,
      int last,
      double shortest,
      double longest,
      List<Plane> planes) {
    boolean turned = false;
    for (int l = first; l <= last; l++) {
      double length = reciprocal.toCartesian(new Vector3(h, k, l)).length();
      boolean wanted = length <= longest && length >= shortest;
      if (wanted && !turned) {
        turnTo(h, k, l);
        turned = true;
      }
      if (wanted) {
        planes.add(new Plane(h, k, l, length, strength(length / 2)));
      }
      if (turned) {
        turn();
      }
    }
  }

  private void turnTo(int h, int k, int l) {
    List<Site> sites = crystal.sites();
    for (int i = 0; i < real.length; i++) {
      Vector3 place = sites.get(i).position();
      double phase = 2 * Math.PI * (h * place.x() + k * place.y() + l * place.z());
      real[i] = Math.cos(phase);
      imaginary[i] = Math.sin(phase);
    }
  }

  private void turn() {
    for (int i = 0; i < real.length; i++) {
      double turned = real[i] * stepReal[i] - imaginary[i] * stepImaginary[i];
      imaginary[i] = real[i] * stepImaginary[i] + imaginary[i] * stepReal[i];
      real[i] = turned;
    }
  }

  /**
   * @param s sine of the angle over the wavelength, 1/angstrom
   */
  private double strength(double s) {
    double sumReal = 0;
    double sumImaginary = 0;
    for (int e = 0; e < shares.length; e++) {
      double factor = factor(elements.get(e), s);
      double[] share = shares[e];
      double partReal = 0;
      double partImaginary = 0;
      for (int i = 0; i < share.length; i++) {
        partReal += share[i] * real[i];
        partImaginary += share[i] * imaginary[i];
      }
      sumReal += factor * partReal;
      sumImaginary += factor * partImaginary;
    }
    return sumReal * sumReal + sumImaginary * sumImaginary;
  }

  private double factor(Element element, double s) {
    return switch (probe) {
      case X_RAYS -> ScatteringFactors.of(element, s);
      case NEUTRONS -> NeutronLengths.of(element);
    };
  }
}
