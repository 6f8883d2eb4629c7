package dev.athanor.agent.cli;

import dev.athanor.matter.chemistry.Composition;
import dev.athanor.models.Estimate;

/** Receives predictions in the order of the input. */
interface PredictionSink {
  /** A row that has an answer. */
  void predicted(String id, Composition composition, Estimate estimate);

  /** A row that has none. */
  void rejected(String id, RowFault why);
}
