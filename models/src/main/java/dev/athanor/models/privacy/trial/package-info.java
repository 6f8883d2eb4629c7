/**
 * The mechanisms and trainings of this program, run as they are built with canaries in them, so
 * that {@code audit} can judge them; and the same with a fault put in, to show that it would be
 * seen.
 *
 * <p>All records here are made up. The statistics are {@code audit}'s; what a mechanism costs is
 * {@code accounting}'s; nothing that is given away is made here.
 */
@NullMarked
package dev.athanor.models.privacy.trial;

import org.jspecify.annotations.NullMarked;
