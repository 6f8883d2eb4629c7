/**
 * Reference phases: compounds that exist or were computed, with a formation energy each, and the
 * phase diagram made of them. All energies of one table come from one source, so that a candidate
 * and its competitors are judged by one yardstick. Structures of the phases are not kept here.
 */
@NullMarked
package dev.athanor.knowledge.phases;

import org.jspecify.annotations.NullMarked;
