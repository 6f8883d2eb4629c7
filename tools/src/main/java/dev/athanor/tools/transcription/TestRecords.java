package dev.athanor.tools.transcription;

import dev.athanor.models.privacy.transcription.PrivateRecords;

/**
 * Public records to measure a model with.
 *
 * @param file name of their file
 * @param records read as the private ones are
 */
public record TestRecords(String file, PrivateRecords records) {}
