/**
 * The atomic model "Elements": a backbone on periodic graphs and its heads for energy (E),
 * transition temperature (T) and superconductor or not (C), with their training and evaluation.
 * Which device runs it is decided in {@code hosting}.
 */
@NullMarked
package dev.athanor.models.elements;

import org.jspecify.annotations.NullMarked;
