package dev.athanor.tools.transcription;

import dev.athanor.tools.ToolErrors;
import dev.athanor.tools.ToolException;
import java.util.function.Supplier;

/**
 * Where tools ask for transcriptions: the data sets that are registered, and the ledger that all
 * releases go through.
 *
 * @param datasets those that a person has registered
 * @param transcriptions proposes and releases
 */
public record PrivateDesk(
    Supplier<RegisteredDatasets> datasets, Supplier<Transcriptions> transcriptions) {
  /**
   * The records of a data set.
   *
   * @throws ToolException {@code BAD_INPUT} where some do not read as declared; which, and how
   *     many, is not told
   */
  LabelledRows read(RegisteredDatasets.Dataset dataset) {
    LabelledRows rows =
        RecordFiles.read(dataset.source(), dataset.declaration(), RecordFiles.Part.TRAINING);
    if (rows.looksMisdeclared()) {
      throw new ToolException(
          ToolErrors.BAD_INPUT,
          "many records of '" + dataset.name() + "' do not read as they were declared",
          "a person must look where the data set is kept: 'athanor transcribe --plan-only' names the"
              + " line");
    }
    return rows;
  }
}
