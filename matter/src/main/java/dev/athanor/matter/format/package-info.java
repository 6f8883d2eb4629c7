/**
 * Reading and writing of structure files. Readers take strangers' data: every one is bounded in
 * size, and whatever is wrong becomes a {@link dev.athanor.matter.MatterException} with code and
 * line. Nothing here computes anything.
 */
@NullMarked
package dev.athanor.matter.format;

import org.jspecify.annotations.NullMarked;
