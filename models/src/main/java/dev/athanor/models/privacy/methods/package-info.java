/**
 * The published methods of private transcription, one class each, which read like the algorithms of
 * their papers.
 *
 * <p>Every method states beforehand what it will release, and learns from private sources only.
 * Networks and trainings are {@code parts}' and {@code students}' part, prices {@code
 * accounting}'s.
 */
@NullMarked
package dev.athanor.models.privacy.methods;

import org.jspecify.annotations.NullMarked;
