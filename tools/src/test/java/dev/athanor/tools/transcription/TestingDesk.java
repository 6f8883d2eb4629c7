package dev.athanor.tools.transcription;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Random;

/** A registered data set of two columns, and a small honest method. */
final class TestingDesk {
  /** Stands in every record, and must stand nowhere else. */
  static final String MARKER = "7391846";

  static final DataDeclaration DECLARATION =
      new DataDeclaration(
          new InputRule.Columns(List.of(new ColumnRange("x", -1, 1), new ColumnRange("y", -1, 1))),
          new TargetRule.Words("class", List.of("left", "right")));

  private TestingDesk() {}

  static PrivateDesk in(Path folder) {
    Path datasets = folder.resolve("datasets");
    write(
        datasets.resolve("toy.json"),
        """
        {"file": "toy.csv", "about": "Two heaps of points.",
         "declaration": {
           "inputs": {"kind": "columns", "columns": [
             {"name": "x", "lowest": -1, "highest": 1}, {"name": "y", "lowest": -1, "highest": 1}]},
           "target": {"kind": "words", "column": "class", "labels": ["left", "right"]}}}
        """);
    write(
        datasets.resolve("bad.json"),
        """
        {"file": "bad.csv", "about": "Nothing that reads.",
         "declaration": {
           "inputs": {"kind": "formulas"},
           "target": {"kind": "thresholds", "column": "x", "thresholds": [0]}}}
        """);
    write(datasets.resolve("bad.csv"), "formula,x\nNb3Sn,1\nQq" + MARKER + ",2\n");
    StringBuilder rows = new StringBuilder("note,x,y,class\n");
    Random random = new Random(4);
    for (int i = 0; i < 1000; i++) {
      double x = (2 * (i % 2) - 1 + 0.3 * random.nextGaussian()) / 2;
      rows.append("n").append(MARKER).append(',').append(x).append(",0.").append(MARKER);
      rows.append(i % 2 == 0 ? ",left\n" : ",right\n");
    }
    write(datasets.resolve("toy.csv"), rows.toString());
    InstantSource clock = InstantSource.fixed(Instant.parse("2026-11-23T21:00:00Z"));
    Transcriptions transcriptions =
        new Transcriptions(folder.resolve("ledger"), NoisyMeans.models(DECLARATION), clock);
    return new PrivateDesk(() -> new RegisteredDatasets(datasets), () -> transcriptions);
  }

  private static void write(Path file, String text) {
    try {
      Files.createDirectories(file.getParent());
      Files.writeString(file, text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
