package dev.athanor.models.diffspectra.network;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import dev.athanor.models.learning.ParameterLayout;

/**
 * The part of the encoder that sees spectra at a glance, with what names fragments by it, as a
 * network of its own: it learns by itself before it becomes part of the whole.
 */
public final class GlanceNetwork {
  private final ParameterLayout layout = new ParameterLayout();
  private final SpectrumGlance glance;
  private final FragmentNames names;

  /** That of an encoder. */
  public GlanceNetwork(EncoderSettings settings) {
    glance = new SpectrumGlance(settings, layout);
    names = new FragmentNames(settings.width(), layout);
  }

  /** The arrays that it needs. */
  public ParameterLayout layout() {
    return layout;
  }

  /** Numbers that it sees of one molecule. */
  public int inputsOfOne() {
    return glance.inputsOfOne();
  }

  /** What it sees of spectra, one molecule after the other. */
  public float[] inputs(SpectrumTokens spectra) {
    return glance.inputs(spectra);
  }

  /** Whether an input is a strength; else it is 1 where there is a piece of a spectrum. */
  public boolean isStrength(int input) {
    return glance.isStep(input);
  }

  /** Which spectrum an input tells of: 0 for ultraviolet, 1 for infrared, 2 for Raman. */
  public int spectrum(int input) {
    return glance.spectrum(input);
  }

  /** Which of {@link DiffusionNetwork#FRAGMENTS} kinds of fragments there are, as logits. */
  public NDArray fragments(NDArray parameters, float[] inputs, NDManager manager) {
    Parameters w = new Parameters(parameters, layout);
    Shape shape = new Shape(inputs.length / inputsOfOne(), inputsOfOne());
    return names.forward(w, glance.forward(w, manager.create(inputs, shape)));
  }

  /**
   * Writes its values into those of a whole network.
   *
   * @param learned in the order of {@link #layout()}
   * @param whole values of the whole
   */
  public void into(float[] learned, float[] whole, DiffusionNetwork network) {
    int from = 0;
    for (ParameterLayout.Entry entry : layout.entries()) {
      int at = 0;
      boolean found = false;
      for (ParameterLayout.Entry other : network.layout().entries()) {
        if (other.name().equals(entry.name())) {
          System.arraycopy(learned, from, whole, at, entry.size());
          found = true;
        }
        at += other.size();
      }
      if (!found) {
        throw new IllegalArgumentException("the whole network has no " + entry.name());
      }
      from += entry.size();
    }
  }
}
