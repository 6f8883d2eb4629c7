package dev.athanor.models.privacy.evaluation;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import dev.athanor.models.privacy.transcription.Assurance;
import dev.athanor.models.privacy.transcription.MethodName;
import java.util.Optional;

/**
 * One transcription that was measured.
 *
 * @param dataset name of the task
 * @param measure what was measured
 * @param method which method
 * @param assurance what it promised
 * @param asked epsilon that was asked for
 * @param delta that was asked for
 * @param seed of the run
 * @param epsilon that holds for records by the sound accountant; empty where none does
 * @param epsilonPaper what the method's paper would claim for its own mechanism
 * @param value the figure of the student
 * @param teacher the figure of a classifier without privacy on the same division
 * @param seconds of wall time, features of the records included
 * @param commit what was measured, as version control names it
 */
@JsonInclude(JsonInclude.Include.NON_ABSENT)
public record BenchmarkRun(
    String dataset,
    Measure measure,
    MethodName method,
    Assurance assurance,
    double asked,
    double delta,
    long seed,
    Optional<Double> epsilon,
    @JsonProperty("epsilon_paper") double epsilonPaper,
    double value,
    double teacher,
    double seconds,
    String commit) {
  /** Whether it measured the same thing. */
  boolean sameAs(BenchmarkRun other) {
    return dataset.equals(other.dataset)
        && method == other.method
        && assurance == other.assurance
        && asked == other.asked
        && delta == other.delta
        && seed == other.seed;
  }
}
