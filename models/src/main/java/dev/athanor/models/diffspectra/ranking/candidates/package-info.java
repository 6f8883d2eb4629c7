/**
 * Which constitutions are compared with spectra: formulas by how likely the spectra make them,
 * their isomers, and how likely each isomer is beforehand. What spectra say of a constitution is
 * told elsewhere.
 */
@NullMarked
package dev.athanor.models.diffspectra.ranking.candidates;

import org.jspecify.annotations.NullMarked;
