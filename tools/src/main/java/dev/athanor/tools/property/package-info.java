/**
 * Tools that say something about a crystal: stability, superconductivity, transition temperature,
 * relaxed structure, novelty. They put questions to the atomic model and to what is known, for many
 * crystals at once. How the numbers come about is the model's affair.
 */
@NullMarked
package dev.athanor.tools.property;

import org.jspecify.annotations.NullMarked;
