/**
 * How the text of spectrum files is taken apart: labelled records, compressed tables of numbers,
 * units. Used by the readers one package up only. Knows nothing of files and folders.
 */
@NullMarked
package dev.athanor.matter.spectroscopy.internal;

import org.jspecify.annotations.NullMarked;
