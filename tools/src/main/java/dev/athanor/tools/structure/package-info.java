/**
 * Reading crystals from what users hand over: files and pasted text, with a look at whether the
 * geometry makes sense. The formats themselves are read by {@code matter}. Nothing is repaired
 * here.
 */
@NullMarked
package dev.athanor.tools.structure;

import org.jspecify.annotations.NullMarked;
