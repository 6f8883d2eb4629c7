/**
 * What the science is about: crystals, compositions, molecules, spectra. Plain Java without
 * network, framework or native code; the rooms below hold one subject each, and errors of all of
 * them are {@link dev.athanor.matter.MatterException}.
 */
@NullMarked
package dev.athanor.matter;

import org.jspecify.annotations.NullMarked;
