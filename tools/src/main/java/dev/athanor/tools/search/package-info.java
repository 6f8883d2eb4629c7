/**
 * Looking things up in what is known: reference phases, superconductors, literature notes. Returns
 * facts with their source and passages to be cited; draws no conclusions.
 */
@NullMarked
package dev.athanor.tools.search;

import org.jspecify.annotations.NullMarked;
