package dev.athanor.models.privacy.methods;

import static org.assertj.core.api.Assertions.assertThat;

import dev.athanor.models.learning.ProgressListener;
import dev.athanor.models.privacy.PlainNumbers;
import dev.athanor.models.privacy.SeededNoise;
import dev.athanor.models.privacy.accounting.PrivacyGuarantee;
import dev.athanor.models.privacy.transcription.Assurance;
import dev.athanor.models.privacy.transcription.Domain;
import dev.athanor.models.privacy.transcription.PrivateRecords;
import dev.athanor.models.privacy.transcription.ReleasePlan;
import dev.athanor.models.privacy.transcription.Transcript;
import dev.athanor.models.privacy.transcription.TranscriptionMethod;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/** What every method must do, on records of three kinds that six numbers tell apart. */
abstract class TranscriptionMethodContract {
  private static final int NUMBERS = 6;
  private static final int CLASSES = 3;
  private static final int RECORDS = 6000;

  abstract TranscriptionMethod method();

  private Transcript transcribed(double epsilon, Assurance assurance) {
    PrivateRecords records = PlainNumbers.records(RECORDS, NUMBERS, CLASSES, 1);
    ReleasePlan plan =
        method().plan(records.domain(), RECORDS, new PrivacyGuarantee(epsilon, 1e-5), assurance);
    return method().transcribe(records, plan, new SeededNoise(2), 3, ProgressListener.SILENT);
  }

  private static double accuracy(Transcript transcript) {
    PrivateRecords others = PlainNumbers.records(1000, NUMBERS, CLASSES, 9);
    double[][] said = transcript.student().probabilities(others.inputs(0, others.size()));
    int[] labels = others.labels();
    double right = 0;
    for (int i = 0; i < labels.length; i++) {
      int best = 0;
      for (int label = 1; label < CLASSES; label++) {
        best = said[i][label] > said[i][best] ? label : best;
      }
      right += best == labels[i] ? 1 : 0;
    }
    return right / labels.length;
  }

  @Test
  void theStudentTellsWhatItsTeacherDoes() {
    Transcript transcript = transcribed(8, Assurance.RECORD);
    assertThat(accuracy(transcript)).isGreaterThan(0.85);
    Domain domain = transcript.student().domain();
    for (float number : transcript.samples().inputs()) {
      assertThat(number).isBetween((float) domain.lowest(), (float) domain.highest());
    }
    assertThat(transcript.samples().labels()).contains(0, 1, 2);
  }

  @Test
  void asPublishedNothingIsPromisedForRecords() {
    Transcript transcript = transcribed(8, Assurance.AS_PUBLISHED);
    assertThat(accuracy(transcript)).isGreaterThan(0.85);
    ReleasePlan plan =
        method()
            .plan(
                PlainNumbers.domain(NUMBERS, CLASSES),
                RECORDS,
                new PrivacyGuarantee(8, 1e-5),
                Assurance.AS_PUBLISHED);
    assertThat(plan.sound()).isEmpty();
    assertThat(plan.published().epsilon()).isLessThanOrEqualTo(8).isGreaterThan(7.5);
  }

  @Property(tries = 20)
  void noPlanExceedsItsGuarantee(
      @ForAll @DoubleRange(min = 0.2, max = 20) double epsilon,
      @ForAll @IntRange(min = 3, max = 8) int zeros,
      @ForAll @IntRange(min = 100, max = 100_000) int records) {
    ReleasePlan plan =
        method()
            .plan(
                PlainNumbers.domain(NUMBERS, CLASSES),
                records,
                new PrivacyGuarantee(epsilon, Math.pow(10, -zeros)),
                Assurance.RECORD);
    double spent = plan.sound().orElseThrow().epsilon();
    assertThat(spent).isLessThanOrEqualTo(epsilon).isGreaterThan(0.9 * epsilon);
    assertThat(plan.published().epsilon()).isLessThanOrEqualTo(epsilon);
  }
}
