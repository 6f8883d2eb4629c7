/**
 * Files of molecules: SDF and MOL (V2000) and XYZ. Readers take strangers' data: bounded in size,
 * and whatever is wrong becomes a {@link dev.athanor.matter.MatterException} with code and line.
 * Crystals have files of their own, and nothing here computes bonds or positions.
 */
@NullMarked
package dev.athanor.matter.molecule.file;

import org.jspecify.annotations.NullMarked;
