/**
 * The parts that the readers and writers next door are made of: CIF syntax and the steps from its
 * items to a crystal. Nothing outside {@code dev.athanor.matter.format} may use them. No file is
 * opened here.
 */
@NullMarked
package dev.athanor.matter.format.internal;

import org.jspecify.annotations.NullMarked;
