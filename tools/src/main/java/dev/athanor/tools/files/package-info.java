/**
 * What users hand over, as the tools take it: content by its address, and bytes that a reader of
 * files is to see. The formats are read elsewhere. Nothing is kept here.
 */
@NullMarked
package dev.athanor.tools.files;

import org.jspecify.annotations.NullMarked;
