/**
 * Choosing among candidates: filters, a score that is an expected improvement, the front of those
 * that no other beats, and diversity. The reasons for and against each are given in plain words.
 * Nothing is predicted here.
 */
@NullMarked
package dev.athanor.tools.ranking;

import org.jspecify.annotations.NullMarked;
