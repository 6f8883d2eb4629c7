package dev.athanor.models.elements.heads;

import dev.athanor.matter.chemistry.Composition;
import dev.athanor.matter.crystal.Crystal;
import dev.athanor.models.elements.network.EnergyOutput;
import java.util.Arrays;

/**
 * A composition's descriptor followed by what the structure adds: the backbone's energy, gap and
 * scale, the volume per atom, the packing, and the mean node state. Where there is no structure
 * that part is missing (not a number), which trees can handle.
 */
public final class StructureDescriptor {
  private static final int OWN = 5;

  private StructureDescriptor() {}

  /** Number of values for a backbone of this width. */
  public static int size(int width) {
    return CompositionDescriptor.SIZE + OWN + width;
  }

  /** The descriptor of a crystal. */
  public static float[] of(Crystal crystal, EnergyOutput backbone) {
    float[] composition = CompositionDescriptor.of(crystal.composition());
    float[] result = Arrays.copyOf(composition, size(backbone.features().length));
    int at = composition.length;
    result[at++] = (float) backbone.energy();
    result[at++] = (float) backbone.gap();
    result[at++] = (float) backbone.scale();
    result[at++] = (float) crystal.volumePerAtom();
    result[at++] = (float) crystal.density();
    System.arraycopy(backbone.features(), 0, result, at, backbone.features().length);
    return result;
  }

  /** The part of a crystal's descriptor that is the mean node state. */
  public static float[] backboneFeatures(float[] descriptor) {
    return Arrays.copyOfRange(descriptor, CompositionDescriptor.SIZE + OWN, descriptor.length);
  }

  /** Whether a descriptor is that of a crystal, not of a composition alone. */
  public static boolean structured(float[] descriptor) {
    return !Float.isNaN(descriptor[CompositionDescriptor.SIZE]);
  }

  /** The same descriptor as if the structure were not known. */
  public static float[] withoutStructure(float[] descriptor) {
    float[] result = descriptor.clone();
    Arrays.fill(result, CompositionDescriptor.SIZE, result.length, Float.NaN);
    return result;
  }

  /** The descriptor of a composition whose structure is not known. */
  public static float[] of(Composition composition, int width) {
    float[] own = CompositionDescriptor.of(composition);
    float[] result = Arrays.copyOf(own, size(width));
    Arrays.fill(result, own.length, result.length, Float.NaN);
    return result;
  }
}
