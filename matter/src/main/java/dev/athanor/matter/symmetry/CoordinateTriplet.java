package dev.athanor.matter.symmetry;

import dev.athanor.matter.crystal.Vector3;
import dev.athanor.matter.symmetry.internal.FixedSpace;
import dev.athanor.matter.symmetry.internal.SpecialPositions;
import java.util.Arrays;

/**
 * Coordinates of a Wyckoff position in terms of its free parameters, as in {@code x,2x,1/4}: {@code
 * A (x, y, z) + t}. Coefficients are whole numbers, translations multiples of 1/5040.
 */
public final class CoordinateTriplet {
  private static final String NAMES = "xyz";

  private final int[] coefficients;
  private final int[] translation;

  CoordinateTriplet(int[] coefficients, int[] translation) {
    this.coefficients = coefficients;
    this.translation = new int[3];
    for (int i = 0; i < 3; i++) {
      this.translation[i] = Math.floorMod(translation[i], SymmetryOperation.DENOMINATOR);
    }
  }

  /** Reads what {@link #toString} prints. */
  static CoordinateTriplet parse(String text) {
    int[] coefficients = new int[9];
    int[] translation = new int[3];
    String[] parts = text.split(",", -1);
    for (int row = 0; row < 3; row++) {
      for (String term : parts[row].replace("-", "+-").split("\\+", -1)) {
        if (term.isEmpty()) {
          continue;
        }
        int name = NAMES.indexOf(term.charAt(term.length() - 1));
        if (name >= 0) {
          String factor = term.substring(0, term.length() - 1);
          coefficients[3 * row + name] =
              factor.isEmpty() ? 1 : factor.equals("-") ? -1 : Integer.parseInt(factor);
        } else {
          String[] fraction = term.split("/", -1);
          int divisor = fraction.length > 1 ? Integer.parseInt(fraction[1]) : 1;
          translation[row] =
              Integer.parseInt(fraction[0]) * (SymmetryOperation.DENOMINATOR / divisor);
        }
      }
    }
    return new CoordinateTriplet(coefficients, translation);
  }

  /** From what {@link FixedSpace#parametrised} gives. */
  static CoordinateTriplet ofUnits(int[] parametrised) {
    int[] translation = new int[3];
    for (int i = 0; i < 3; i++) {
      translation[i] = Math.floorDiv(parametrised[9 + i], FixedSpace.PER_TRANSLATION);
    }
    return new CoordinateTriplet(Arrays.copyOf(parametrised, 9), translation);
  }

  /** The point for these parameters; of those that are not free the value does not matter. */
  public Vector3 apply(Vector3 parameters) {
    return new Vector3(row(0, parameters), row(1, parameters), row(2, parameters));
  }

  /** True when the parameter of this axis (0, 1, 2 for x, y, z) is free. */
  public boolean isFree(int axis) {
    return coefficients[axis] != 0 || coefficients[3 + axis] != 0 || coefficients[6 + axis] != 0;
  }

  /** Number of free parameters, 0 to 3. */
  public int freeParameters() {
    return (isFree(0) ? 1 : 0) + (isFree(1) ? 1 : 0) + (isFree(2) ? 1 : 0);
  }

  /** Coefficient of a parameter in a coordinate. */
  public int coefficient(int coordinate, int parameter) {
    return coefficients[3 * coordinate + parameter];
  }

  /** Constant part of a coordinate, multiples of 1/5040, from 0 to below 1. */
  public int translation(int coordinate) {
    return translation[coordinate];
  }

  /** All points that the parameters reach. */
  FixedSpace space() {
    return SpecialPositions.spannedBy(coefficients, translation);
  }

  /** The image under an operation. */
  CoordinateTriplet under(SymmetryOperation operation) {
    int[] product = new int[9];
    int[] shift = new int[3];
    for (int i = 0; i < 3; i++) {
      shift[i] = operation.translation(i);
      for (int j = 0; j < 3; j++) {
        shift[i] += operation.rotation(i, j) * translation[j];
        for (int k = 0; k < 3; k++) {
          product[3 * i + j] += operation.rotation(i, k) * coefficients[3 * k + j];
        }
      }
    }
    return new CoordinateTriplet(product, shift);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof CoordinateTriplet that
        && Arrays.equals(coefficients, that.coefficients)
        && Arrays.equals(translation, that.translation);
  }

  @Override
  public int hashCode() {
    return 31 * Arrays.hashCode(coefficients) + Arrays.hashCode(translation);
  }

  /** As International Tables print it: {@code -x+1/2,y,1/4}. */
  @Override
  public String toString() {
    StringBuilder text = new StringBuilder(16);
    for (int i = 0; i < 3; i++) {
      if (i > 0) {
        text.append(',');
      }
      int start = text.length();
      for (int j = 0; j < 3; j++) {
        appendTerm(text, coefficients[3 * i + j], NAMES.charAt(j), text.length() > start);
      }
      if (translation[i] != 0) {
        int divisor = gcd(translation[i], SymmetryOperation.DENOMINATOR);
        if (text.length() > start) {
          text.append('+');
        }
        text.append(translation[i] / divisor)
            .append('/')
            .append(SymmetryOperation.DENOMINATOR / divisor);
      } else if (text.length() == start) {
        text.append('0');
      }
    }
    return text.toString();
  }

  private double row(int row, Vector3 p) {
    return coefficients[3 * row] * p.x()
        + coefficients[3 * row + 1] * p.y()
        + coefficients[3 * row + 2] * p.z()
        + (double) translation[row] / SymmetryOperation.DENOMINATOR;
  }

  private static void appendTerm(StringBuilder text, int factor, char name, boolean follows) {
    if (factor == 0) {
      return;
    }
    if (factor < 0) {
      text.append('-');
    } else if (follows) {
      text.append('+');
    }
    if (Math.abs(factor) != 1) {
      text.append(Math.abs(factor));
    }
    text.append(name);
  }

  private static int gcd(int a, int b) {
    return b == 0 ? a : gcd(b, a % b);
  }
}
