/**
 * Elements and compositions: what atoms are and how they are counted. Nothing here knows where an
 * atom sits; that is the room next door, {@code dev.athanor.matter.crystal}.
 */
@NullMarked
package dev.athanor.matter.chemistry;

import org.jspecify.annotations.NullMarked;
