/**
 * Powder diffraction patterns computed from crystals, and their drawing. Kinematic scattering by
 * free atoms only; measured patterns and their refinement are not dealt with here.
 */
@NullMarked
package dev.athanor.matter.diffraction;

import org.jspecify.annotations.NullMarked;
