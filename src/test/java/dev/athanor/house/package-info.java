/**
 * The rules of the house and the proof that each of them can fail. The rules look at compiled
 * classes only; how the product behaves is tested in {@code dev.athanor.system}.
 */
@NullMarked
package dev.athanor.house;

import org.jspecify.annotations.NullMarked;
