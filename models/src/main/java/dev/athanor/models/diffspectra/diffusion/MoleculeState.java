package dev.athanor.models.diffspectra.diffusion;

import java.util.Arrays;
import java.util.Random;

/**
 * A batch of molecules with the same number of atoms, clean or noisy, as numbers.
 *
 * @param molecules how many
 * @param atoms of each, hydrogens counted
 * @param positions molecules x atoms x 3, angstrom; the centre of each molecule is the origin
 * @param features molecules x atoms x {@value MoleculeCoding#FEATURES}
 * @param bonds molecules x atoms x atoms x {@value MoleculeCoding#BOND_CHANNELS}, symmetric
 */
@SuppressWarnings("ArrayRecordComponent") // large, handed on, never compared
public record MoleculeState(
    int molecules, int atoms, float[] positions, float[] features, float[] bonds) {
  public MoleculeState {
    int all = molecules * atoms;
    if (molecules < 1
        || atoms < 1
        || positions.length != 3 * all
        || features.length != MoleculeCoding.FEATURES * all
        || bonds.length != MoleculeCoding.BOND_CHANNELS * all * atoms) {
      throw new IllegalArgumentException("a state's arrays do not fit its size");
    }
  }

  /** Every number 0. */
  public static MoleculeState zeros(int molecules, int atoms) {
    int all = molecules * atoms;
    return new MoleculeState(
        molecules,
        atoms,
        new float[3 * all],
        new float[MoleculeCoding.FEATURES * all],
        new float[MoleculeCoding.BOND_CHANNELS * all * atoms]);
  }

  /** Unit noise: positions with their centre at the origin, bonds symmetric. */
  public static MoleculeState noise(int molecules, int atoms, Random random) {
    MoleculeState noise = zeros(molecules, atoms);
    for (int i = 0; i < noise.positions.length; i++) {
      noise.positions[i] = (float) random.nextGaussian();
    }
    for (int i = 0; i < noise.features.length; i++) {
      noise.features[i] = (float) random.nextGaussian();
    }
    for (int m = 0; m < molecules; m++) {
      for (int i = 0; i < atoms; i++) {
        for (int j = 0; j <= i; j++) {
          for (int c = 0; c < MoleculeCoding.BOND_CHANNELS; c++) {
            float value = (float) random.nextGaussian();
            noise.bonds[noise.bondAt(m, i, j) + c] = value;
            noise.bonds[noise.bondAt(m, j, i) + c] = value;
          }
        }
      }
    }
    noise.center();
    return noise;
  }

  /** Where the channels of a pair begin. */
  int bondAt(int molecule, int first, int second) {
    return ((molecule * atoms + first) * atoms + second) * MoleculeCoding.BOND_CHANNELS;
  }

  /** {@code own * this + others * other}, a new state. */
  public MoleculeState plus(double own, MoleculeState other, double others) {
    return new MoleculeState(
        molecules,
        atoms,
        sum(own, positions, others, other.positions),
        sum(own, features, others, other.features),
        sum(own, bonds, others, other.bonds));
  }

  private static float[] sum(double own, float[] first, double others, float[] second) {
    float[] result = new float[first.length];
    for (int i = 0; i < result.length; i++) {
      result[i] = (float) (own * first[i] + others * second[i]);
    }
    return result;
  }

  /** Some of its molecules, in an order of their own; one may stand several times. */
  public MoleculeState chosen(int[] places) {
    MoleculeState state = zeros(places.length, atoms);
    copy(positions, state.positions, places);
    copy(features, state.features, places);
    copy(bonds, state.bonds, places);
    return state;
  }

  private void copy(float[] from, float[] to, int[] places) {
    int each = from.length / molecules;
    for (int i = 0; i < places.length; i++) {
      System.arraycopy(from, places[i] * each, to, i * each, each);
    }
  }

  /** The molecules of this and then those of another. */
  public MoleculeState and(MoleculeState other) {
    MoleculeState state = zeros(molecules + other.molecules, atoms);
    join(positions, other.positions, state.positions);
    join(features, other.features, state.features);
    join(bonds, other.bonds, state.bonds);
    return state;
  }

  private static void join(float[] first, float[] second, float[] into) {
    System.arraycopy(first, 0, into, 0, first.length);
    System.arraycopy(second, 0, into, first.length, second.length);
  }

  /** The same with other features, which are copied. */
  public MoleculeState withFeatures(float[] replaced) {
    return new MoleculeState(
        molecules, atoms, positions, Arrays.copyOf(replaced, replaced.length), bonds);
  }

  /** The same with other positions, which are copied. */
  public MoleculeState withPositions(float[] replaced) {
    return new MoleculeState(
        molecules, atoms, Arrays.copyOf(replaced, replaced.length), features, bonds);
  }

  private void center() {
    for (int m = 0; m < molecules; m++) {
      for (int axis = 0; axis < 3; axis++) {
        double sum = 0;
        for (int i = 0; i < atoms; i++) {
          sum += positions[3 * (m * atoms + i) + axis];
        }
        for (int i = 0; i < atoms; i++) {
          positions[3 * (m * atoms + i) + axis] -= (float) (sum / atoms);
        }
      }
    }
  }
}
