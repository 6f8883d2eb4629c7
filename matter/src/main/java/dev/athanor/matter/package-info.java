/**
 * What the science is about: crystals, compositions, molecules, spectra. Plain Java without network
 * or framework, and without native code except for InChI (docs/adr/0007); the rooms below hold one
 * subject each, and errors of all of them are {@link dev.athanor.matter.MatterException}.
 */
@NullMarked
package dev.athanor.matter;

import org.jspecify.annotations.NullMarked;
