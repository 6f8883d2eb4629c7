/**
 * What every reader of strangers' text promises: one kind of exception, bounded time and memory,
 * and that what was read can be written and read again. Jazzer searches for counter-examples
 * ({@code docs/fuzzing.md}); the inputs it found are replayed in every build. Whether a file is
 * read <em>right</em> is tested beside each reader, not here.
 */
@NullMarked
package dev.athanor.matter.fuzz;

import org.jspecify.annotations.NullMarked;
