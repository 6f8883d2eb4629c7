/**
 * Keeps the documents true: the tables of the README are rendered from the benchmark files, and a
 * test fails when they differ. Nothing here measures anything.
 */
@NullMarked
package dev.athanor.docs;

import org.jspecify.annotations.NullMarked;
