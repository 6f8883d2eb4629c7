/**
 * What several packages of this module need and nobody outside it: reading the tables that lie
 * beside classes as resources. Anything that a single package needs lives in that package's own
 * {@code internal}. No science lives here.
 */
@NullMarked
package dev.athanor.matter.internal;

import org.jspecify.annotations.NullMarked;
