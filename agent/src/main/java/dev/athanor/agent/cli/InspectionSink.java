package dev.athanor.agent.cli;

/** Receives the structures of a file as they are inspected. */
interface InspectionSink {
  /** One that could be read. */
  void inspected(Inspection inspection);

  /** One that could not. */
  void rejected(String id, RowFault why);
}
