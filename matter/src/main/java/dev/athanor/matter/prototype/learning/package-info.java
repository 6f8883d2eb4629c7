/**
 * How the tables of the product are learned from structures: atomic volumes, bond lengths, element
 * replacements, prototypes. Each class has a {@code main} that rewrites one resource, and says in
 * its first lines how to run it. Nothing of the running product calls this room.
 */
@NullMarked
package dev.athanor.matter.prototype.learning;

import org.jspecify.annotations.NullMarked;
