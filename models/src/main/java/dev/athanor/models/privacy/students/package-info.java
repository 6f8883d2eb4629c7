/**
 * The models that are given away: small networks on public features, how they learn from samples,
 * and their files.
 *
 * <p>A file holds everything that is needed to ask a student elsewhere, and nothing else. Where
 * samples and labels come from is {@code methods}' part.
 */
@NullMarked
package dev.athanor.models.privacy.students;

import org.jspecify.annotations.NullMarked;
