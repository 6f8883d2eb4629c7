/**
 * What transcription methods are built of: small networks that make inputs, code them, or tell them
 * apart, and how they are trained.
 *
 * <p>Nothing here sees a private record: teachers and samples come in, numbers go out. Models that
 * are given away are {@code students}' part, the order in which things happen is {@code methods}'.
 */
@NullMarked
package dev.athanor.models.privacy.parts;

import org.jspecify.annotations.NullMarked;
