/**
 * The steps of the structure matcher next door: coarse primitive cells, maps between lattices,
 * assignment of sites, maps between species. Nothing outside {@code dev.athanor.matter.matching}
 * may use them. No decision about tolerances is taken here.
 */
@NullMarked
package dev.athanor.matter.matching.internal;

import org.jspecify.annotations.NullMarked;
