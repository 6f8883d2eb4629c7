/**
 * Known crystals that others can be made from by mutation: compounds that are stable among all that
 * are known, a few for every structure type, with how common the type is. The fingerprints of all
 * known structures and the energies of reference phases live elsewhere.
 */
@NullMarked
package dev.athanor.knowledge.crystals;

import org.jspecify.annotations.NullMarked;
