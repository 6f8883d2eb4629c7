package dev.athanor.agent.cli;

import dev.athanor.matter.chemistry.Composition;

/** Receives predictions in the order of the input. */
interface PredictionSink {
  /** A property of a row that has an answer. */
  void predicted(String id, Composition composition, Prediction prediction);

  /** A row, or a property of it, that has none. */
  void rejected(String id, RowFault why);
}
