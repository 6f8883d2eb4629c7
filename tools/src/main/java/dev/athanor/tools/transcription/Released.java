package dev.athanor.tools.transcription;

import dev.athanor.models.privacy.transcription.LabelledSamples;

/**
 * What a transcription gave.
 *
 * @param model the file that may be given away
 * @param report on it
 * @param samples made-up records, as many as were asked for, or as there are
 */
@SuppressWarnings("ArrayRecordComponent") // large; handed on, never compared
public record Released(byte[] model, PrivacyReport report, LabelledSamples samples) {}
