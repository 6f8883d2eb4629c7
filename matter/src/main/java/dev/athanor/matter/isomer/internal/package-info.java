/**
 * The steps of the enumeration: skeletons, which atom goes where, how many electron pairs a bond
 * has. Everything is small arrays of at most nine heavy atoms, for speed. Nothing here is checked
 * input; the parent package checks it.
 */
@NullMarked
package dev.athanor.matter.isomer.internal;

import org.jspecify.annotations.NullMarked;
