package dev.athanor.agent.export;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The forms in which a synthesis list leaves the house. */
public enum ExportFormat {
  /** As the tool gave it. */
  JSON("application/json"),
  /** One line an item, for a spreadsheet or a script. */
  CSV("text/csv; charset=utf-8"),
  /** A workbook: items, precursors, steps, hazards, powder patterns. */
  XLSX("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
  /** The crystals as CIF files, with a manifest. */
  ZIP("application/zip"),
  /** A report to print, in which every number links to its finding. */
  HTML("text/html; charset=utf-8");

  private final String mediaType;

  ExportFormat(String mediaType) {
    this.mediaType = mediaType;
  }

  /** The media type, with its character set for text. */
  public String mediaType() {
    return mediaType;
  }

  /** The ending of a file name, without the dot; also the format's name in a query. */
  public String extension() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The format of this name, in either case. */
  public static Optional<ExportFormat> of(String word) {
    return Arrays.stream(values()).filter(f -> f.name().equalsIgnoreCase(word)).findFirst();
  }
}
