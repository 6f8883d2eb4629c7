package dev.athanor.models.elements.heads;

import dev.athanor.matter.chemistry.Element;
import java.util.Arrays;

/**
 * What decides about the charge carriers of layered superconductors, from the shares of the
 * elements: the charge that copper, iron or all transition metals must bear once every other
 * element has its usual charge, and what there is of oxygen, of large cations and of pnictogens for
 * each of them. Where there is no such metal the value is missing.
 *
 * <p>Usual charges go by group: +1, +2, +3 (groups 3 and 13), +4 (4 and 14), +2 (12), -3, -2, -1
 * (15 to 17), but bismuth +3, lead +2, thorium +4; transition metals and other actinides bear the
 * rest. A rule of thumb: it knows no mixed valence besides.
 */
public final class CarrierDescriptor {
  /** Number of values. */
  public static final int SIZE = 10;

  private static final int FIRST_FRACTION = CompositionDescriptor.STATISTICS_SIZE;
  private static final int ELEMENTS = CompositionDescriptor.SIZE - FIRST_FRACTION;
  private static final int OXYGEN = 8;
  private static final int IRON = 26;
  private static final int COPPER = 29;
  private static final int FIRST_LANTHANIDE = 57;
  private static final int LAST_LANTHANIDE = 71;
  private static final int THORIUM = 90;
  private static final double[] CHARGE = charges();

  private CarrierDescriptor() {}

  private static double[] charges() {
    double[] charges = new double[ELEMENTS + 1];
    for (int z = 1; z <= ELEMENTS; z++) {
      charges[z] = charge(Element.ofAtomicNumber(z));
    }
    return charges;
  }

  private static double charge(Element element) {
    int z = element.atomicNumber();
    if (element == Element.Bi) {
      return 3;
    }
    if (element == Element.Pb) {
      return 2;
    }
    if (z >= FIRST_LANTHANIDE && z <= LAST_LANTHANIDE) {
      return 3;
    }
    if (z >= THORIUM) {
      return z == THORIUM ? 4 : 0;
    }
    return ofGroup(element.group());
  }

  private static double ofGroup(int group) {
    return switch (group) {
      case 1 -> 1;
      case 2, 12 -> 2;
      case 3, 13 -> 3;
      case 4, 14 -> 4;
      case 15 -> -3;
      case 16 -> -2;
      case 17 -> -1;
      default -> 0;
    };
  }

  /** A descriptor that begins with that of a composition, with these values after it. */
  public static float[] appended(float[] descriptor) {
    float[] result = Arrays.copyOf(descriptor, descriptor.length + SIZE);
    double charge = 0;
    double metals = 0;
    double large = 0;
    double trivalent = 0;
    double pnictogens = 0;
    for (int z = 1; z <= ELEMENTS; z++) {
      double share = share(descriptor, z);
      if (share == 0) {
        continue;
      }
      Element element = Element.ofAtomicNumber(z);
      charge += share * CHARGE[z];
      metals += CHARGE[z] == 0 ? share : 0;
      large += element.group() == 2 && element.period() >= 4 ? share : 0;
      trivalent += CHARGE[z] == 3 && element.period() >= 5 ? share : 0;
      pnictogens += element.group() == 15 && element.period() >= 3 ? share : 0;
    }
    double copper = share(descriptor, COPPER);
    double iron = share(descriptor, IRON);
    double oxygen = share(descriptor, OXYGEN);
    int at = descriptor.length;
    result[at++] = ratio(-charge, copper);
    result[at++] = ratio(-charge, iron);
    result[at++] = ratio(-charge, metals);
    result[at++] = (float) charge;
    result[at++] = ratio(oxygen, copper);
    result[at++] = ratio(oxygen, metals);
    result[at++] = ratio(large, copper);
    result[at++] = ratio(trivalent, copper);
    result[at++] = ratio(1, copper);
    result[at] = ratio(pnictogens, iron);
    return result;
  }

  private static float ratio(double part, double whole) {
    return whole > 0 ? (float) (part / whole) : Float.NaN;
  }

  private static double share(float[] descriptor, int atomicNumber) {
    return descriptor[FIRST_FRACTION + atomicNumber - 1];
  }
}
