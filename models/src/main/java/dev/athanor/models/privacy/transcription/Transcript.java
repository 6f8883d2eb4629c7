package dev.athanor.models.privacy.transcription;

/**
 * What a transcription gives.
 *
 * @param student the model that is given away
 * @param samples what it learned from, made up
 */
public record Transcript(Student student, LabelledSamples samples) {}
