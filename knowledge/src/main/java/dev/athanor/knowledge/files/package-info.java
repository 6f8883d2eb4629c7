/**
 * How knowledge is read from and written to files: bounded line reading, comma-separated tables,
 * the manifest with its checksums, and where the shipped files come from. What the rows mean is the
 * business of the packages beside this one. Nothing here reads from a network.
 */
@NullMarked
package dev.athanor.knowledge.files;

import org.jspecify.annotations.NullMarked;
