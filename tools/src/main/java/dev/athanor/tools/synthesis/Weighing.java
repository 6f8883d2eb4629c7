package dev.athanor.tools.synthesis;

/**
 * One line of the weighing sheet.
 *
 * @param formula of the precursor
 * @param name of the element, or the formula again
 * @param form as in {@code "slug"}
 * @param purity mass fraction, 0 to 1
 * @param molesPerFormulaUnit formula units of it for one formula unit of the product
 * @param excessPercent allowance for what evaporates, per cent of the stoichiometric mass
 * @param massG what to weigh, grams to 0.1 mg, allowance and purity included
 * @param reason why this precursor and this allowance
 * @param storage how it is kept
 */
public record Weighing(
    String formula,
    String name,
    String form,
    double purity,
    double molesPerFormulaUnit,
    double excessPercent,
    double massG,
    String reason,
    String storage) {}
