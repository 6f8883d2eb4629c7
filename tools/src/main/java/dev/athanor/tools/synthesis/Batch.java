package dev.athanor.tools.synthesis;

import dev.athanor.matter.chemistry.Composition;
import dev.athanor.tools.candidate.Rounding;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * Masses of precursors for a stated mass of product.
 *
 * <p>{@code m_i = (m_batch / M_product) n_i M_i (1 + a_i) / w_i}; M molar masses in g/mol, n_i
 * formula units of precursor i in one of the product, a_i the allowance for what evaporates, w_i
 * the purity as a mass fraction. Rounded to 0.1 mg.
 */
final class Batch {
  private static final int MASS_DIGITS = 4;

  private Batch() {}

  static List<Weighing> weigh(
      Composition product,
      double grams,
      List<PrecursorShare> shares,
      ToDoubleFunction<Precursor> allowance) {
    double moles = grams / product.mass();
    return shares.stream().map(share -> line(share, moles, allowance)).toList();
  }

  private static Weighing line(
      PrecursorShare share, double moles, ToDoubleFunction<Precursor> allowance) {
    Precursor precursor = share.precursor();
    double excess = allowance.applyAsDouble(precursor);
    double mass =
        moles * share.moles() * precursor.composition().mass() * (1 + excess) / precursor.purity();
    boolean element = precursor.composition().elements().size() == 1;
    String reason =
        excess > 0
            ? precursor.reason() + "; excess because it evaporates on heating"
            : precursor.reason();
    return new Weighing(
        precursor.formula(),
        element
            ? precursor.composition().elements().iterator().next().elementName()
            : precursor.formula(),
        precursor.form(),
        precursor.purity(),
        Rounding.round(share.moles(), 6),
        Rounding.round(100 * excess, 2),
        Rounding.round(mass, MASS_DIGITS),
        reason,
        precursor.storage());
  }
}
