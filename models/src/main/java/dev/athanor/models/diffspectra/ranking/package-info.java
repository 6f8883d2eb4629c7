/**
 * Which constitution has these spectra: how far expected spectra may lie from true ones, which
 * constitutions and formulas are likely beforehand, and what both say together. Expected spectra
 * come from {@code dev.athanor.models.diffspectra.forward}; constitutions are enumerated by {@code
 * dev.athanor.matter.isomer}.
 */
@NullMarked
package dev.athanor.models.diffspectra.ranking;

import org.jspecify.annotations.NullMarked;
