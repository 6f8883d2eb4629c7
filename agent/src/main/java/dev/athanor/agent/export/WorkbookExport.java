package dev.athanor.agent.export;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.FillPatternType;
import org.apache.poi.ss.usermodel.Font;
import org.apache.poi.ss.usermodel.IndexedColors;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/**
 * The list as a workbook. Numbers are numbers and words are words: nothing is ever a formula, so
 * that no cell can run.
 */
final class WorkbookExport {
  private static final int LONGEST_CELL = 32_767;
  private static final int WIDEST_COLUMN = 60;
  private static final int NARROWEST_COLUMN = 8;
  private static final int WIDTH_UNIT = 256;

  private WorkbookExport() {}

  static void write(SynthesisList list, OutputStream out) throws IOException {
    try (Workbook workbook = new XSSFWorkbook()) {
      CellStyle heading = heading(workbook);
      for (ListTable table : ListTables.of(list)) {
        sheet(workbook.createSheet(table.name()), table, heading);
      }
      workbook.write(out);
    }
  }

  private static CellStyle heading(Workbook workbook) {
    Font bold = workbook.createFont();
    bold.setBold(true);
    CellStyle style = workbook.createCellStyle();
    style.setFont(bold);
    style.setFillForegroundColor(IndexedColors.GREY_25_PERCENT.getIndex());
    style.setFillPattern(FillPatternType.SOLID_FOREGROUND);
    return style;
  }

  private static void sheet(Sheet sheet, ListTable table, CellStyle heading) {
    Row header = sheet.createRow(0);
    for (int column = 0; column < table.header().size(); column++) {
      Cell cell = header.createCell(column);
      cell.setCellValue(table.header().get(column));
      cell.setCellStyle(heading);
    }
    int number = 1;
    for (List<JsonNode> cells : table.rows()) {
      Row row = sheet.createRow(number++);
      for (int column = 0; column < cells.size(); column++) {
        fill(row, column, cells.get(column));
      }
    }
    sheet.createFreezePane(2, 1);
    sheet.setAutoFilter(new CellRangeAddress(0, table.rows().size(), 0, table.header().size() - 1));
    widths(sheet, table);
  }

  private static void fill(Row row, int column, JsonNode value) {
    if (value.isNumber()) {
      row.createCell(column).setCellValue(value.doubleValue());
    } else if (value.isBoolean()) {
      row.createCell(column).setCellValue(value.booleanValue());
    } else if (value.isValueNode() && !value.isNull()) {
      String text = value.asText();
      row.createCell(column)
          .setCellValue(text.length() > LONGEST_CELL ? text.substring(0, LONGEST_CELL) : text);
    }
  }

  /** By the longest text: measuring with fonts would need a display. */
  private static void widths(Sheet sheet, ListTable table) {
    for (int column = 0; column < table.header().size(); column++) {
      int place = column;
      int longest =
          table.rows().stream().mapToInt(row -> row.get(place).asText("").length()).max().orElse(0);
      int width = Math.max(longest, table.header().get(column).length() + 3) + 1;
      sheet.setColumnWidth(
          column, Math.max(NARROWEST_COLUMN, Math.min(WIDEST_COLUMN, width)) * WIDTH_UNIT);
    }
  }
}
