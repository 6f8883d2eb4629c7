/**
 * Lattices, sites, crystals and who neighbours whom in a periodic structure. Everything is an
 * immutable value; reading and writing files belongs to {@code dev.athanor.matter.format}.
 */
@NullMarked
package dev.athanor.matter.crystal;

import org.jspecify.annotations.NullMarked;
