/**
 * Symmetry operations and the space groups of the International Tables in all their usual settings.
 * Operations come from Hall symbols by group closure; nothing of them is typed. What a given
 * crystal's symmetry is, as opposed to what a file says it is, is not decided here.
 */
@NullMarked
package dev.athanor.matter.symmetry;

import org.jspecify.annotations.NullMarked;
