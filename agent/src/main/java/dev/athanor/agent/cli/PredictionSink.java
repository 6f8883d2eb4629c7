package dev.athanor.agent.cli;

import dev.athanor.matter.crystal.CrystalRecord;
import dev.athanor.models.Estimate;

/** Receives predictions in the order of the input. */
interface PredictionSink {
  /** A row that has an answer. */
  void predicted(CrystalRecord row, Estimate estimate);

  /** A row that has none. */
  void rejected(String id, RowFault why);
}
