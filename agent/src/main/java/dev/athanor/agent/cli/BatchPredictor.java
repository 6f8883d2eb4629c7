package dev.athanor.agent.cli;

import dev.athanor.matter.MatterException;
import dev.athanor.matter.crystal.Crystal;
import dev.athanor.matter.crystal.CrystalRecord;
import dev.athanor.matter.format.StructureSink;
import dev.athanor.models.ModelException;
import java.util.ArrayList;
import java.util.List;

/**
 * Takes structures one by one and asks about them in batches; holds one batch at a time.
 *
 * <p>A batch is full at a number of crystals or of sites, whichever comes first. Where a batch is
 * refused, its crystals are asked about singly, so that one bad row does not spoil its neighbours.
 */
final class BatchPredictor implements StructureSink {
  private static final int MAX_CRYSTALS = 256;
  private static final int MAX_SITES = 8192;

  private final PropertyQuestion question;
  private final PredictionSink sink;
  private final Runnable afterEach;
  private final List<CrystalRecord> batch = new ArrayList<>();
  private int sites;

  /**
   * A predictor that holds nothing yet.
   *
   * @param question what is asked about every crystal
   * @param sink where the answers go
   * @param afterEach called after every row, good or bad
   */
  BatchPredictor(PropertyQuestion question, PredictionSink sink, Runnable afterEach) {
    this.question = question;
    this.sink = sink;
    this.afterEach = afterEach;
  }

  @Override
  public void accepted(CrystalRecord row) {
    batch.add(row);
    sites += row.crystal().sites().size();
    if (batch.size() >= MAX_CRYSTALS || sites >= MAX_SITES) {
      flush();
    }
  }

  @Override
  public void rejected(String id, MatterException why) {
    // rows before the bad one come first
    flush();
    reject(id, RowFault.of(why));
  }

  /** Asks about what is left; to be called at the end. */
  void flush() {
    List<CrystalRecord> rows = List.copyOf(batch);
    batch.clear();
    sites = 0;
    if (!rows.isEmpty()) {
      askTogether(rows);
    }
  }

  private void askTogether(List<CrystalRecord> rows) {
    List<Crystal> crystals = rows.stream().map(CrystalRecord::crystal).toList();
    List<List<Prediction>> answers;
    try {
      answers = question.ask(crystals);
    } catch (MatterException | ModelException e) {
      rows.forEach(this::askAlone);
      return;
    }
    for (int i = 0; i < rows.size(); i++) {
      finish(rows.get(i), answers.get(i));
    }
  }

  private void askAlone(CrystalRecord row) {
    List<Prediction> answer;
    try {
      answer = question.ask(List.of(row.crystal())).get(0);
    } catch (MatterException e) {
      reject(row.id(), RowFault.of(e));
      return;
    } catch (ModelException e) {
      reject(row.id(), RowFault.of(e));
      return;
    }
    finish(row, answer);
  }

  private void finish(CrystalRecord row, List<Prediction> fromModel) {
    for (Prediction raw : fromModel) {
      Prediction prediction;
      try {
        prediction = question.finish(row.crystal(), raw);
      } catch (MatterException e) {
        // the other properties of this crystal have their answers
        sink.rejected(row.id(), RowFault.of(e));
        continue;
      }
      sink.predicted(row.id(), row.crystal().composition(), prediction);
    }
    afterEach.run();
  }

  private void reject(String id, RowFault why) {
    sink.rejected(id, why);
    afterEach.run();
  }
}
