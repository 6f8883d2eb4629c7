package dev.athanor.agent.cli;

import dev.athanor.matter.MatterException;
import dev.athanor.matter.chemistry.Composition;
import dev.athanor.matter.format.FormulaSink;
import java.util.ArrayList;
import java.util.List;

/** Takes formulas one by one and asks about them in batches; holds one batch at a time. */
final class FormulaPredictor implements FormulaSink {
  private static final int MAX_FORMULAS = 512;

  private final FormulaQuestion question;
  private final PredictionSink sink;
  private final Runnable afterEach;
  private final List<String> ids = new ArrayList<>();
  private final List<Composition> batch = new ArrayList<>();

  /**
   * A predictor that holds nothing yet.
   *
   * @param question what is asked about every formula
   * @param sink where the answers go
   * @param afterEach called after every row, good or bad
   */
  FormulaPredictor(FormulaQuestion question, PredictionSink sink, Runnable afterEach) {
    this.question = question;
    this.sink = sink;
    this.afterEach = afterEach;
  }

  @Override
  public void accepted(String id, Composition composition) {
    ids.add(id);
    batch.add(composition);
    if (batch.size() >= MAX_FORMULAS) {
      flush();
    }
  }

  @Override
  public void rejected(String id, MatterException why) {
    // rows before the bad one come first
    flush();
    sink.rejected(id, RowFault.of(why));
    afterEach.run();
  }

  /** Asks about what is left; to be called at the end. */
  void flush() {
    if (batch.isEmpty()) {
      return;
    }
    List<List<Prediction>> answers = question.ask(List.copyOf(batch));
    for (int i = 0; i < answers.size(); i++) {
      for (Prediction prediction : answers.get(i)) {
        sink.predicted(ids.get(i), batch.get(i), prediction);
      }
      afterEach.run();
    }
    ids.clear();
    batch.clear();
  }
}
