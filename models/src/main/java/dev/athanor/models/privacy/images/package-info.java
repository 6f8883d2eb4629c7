/**
 * Labelled pictures, read from files, and features of them that owe nothing to any data.
 *
 * <p>Pictures are here because the published figures of private transcription are about them; the
 * methods know feature vectors only.
 */
@NullMarked
package dev.athanor.models.privacy.images;

import org.jspecify.annotations.NullMarked;
