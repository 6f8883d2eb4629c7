/**
 * All constitutional isomers of a molecular formula, each once, with a choice of groups to leave
 * out. Rests on the molecules of {@link dev.athanor.matter.molecule} and knows no spectra. What is
 * likely among isomers is for others to learn.
 */
@NullMarked
package dev.athanor.matter.isomer;

import org.jspecify.annotations.NullMarked;
