package dev.athanor.agent.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.athanor.matter.crystal.CrystalRecord;
import dev.athanor.matter.format.CifReader;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SynthesisListExportTest {
  private final ExportFixture fixture = new ExportFixture();

  @Test
  void jsonHoldsTheListAndItsInvestigation() throws IOException {
    JsonNode node = new ObjectMapper().readTree(fixture.export(ExportFormat.JSON));
    assertThat(node.path("investigation").asText()).isEqualTo("inv-20261123-0001");
    assertThat(node.path("state").asText()).isEqualTo("DRAFT");
    assertThat(node.path("items")).isEqualTo(ExportFixture.view().at("/synthesis_list/items"));
  }

  @Test
  void csvHasALineForEachCompound() throws IOException {
    String text = fixture.exportText(ExportFormat.CSV);
    assertThat(text.lines()).hasSize(3);
    assertThat(text).startsWith("number,formula,space_group,prototype,");
    assertThat(text)
        .contains("Zr 0.3935 g; Re 1.6065 g")
        .contains(",-0.31,eV/atom,0.06,IN_DOMAIN,");
  }

  @Test
  void theVerdictStandsInCsvAndWorkbook() throws IOException {
    ObjectNode view = (ObjectNode) ExportFixture.view();
    ((ObjectNode) view.at("/candidates/0"))
        .putObject("stability")
        .put("probability", 0.81)
        .put("stable", true);
    ((ObjectNode) view.at("/synthesis_list/items/1/expected"))
        .putObject("stability")
        .put("probability", 0.4)
        .put("stable", false);
    ByteArrayOutputStream csv = new ByteArrayOutputStream();
    new SynthesisListExport(fixture).export(view, ExportFormat.CSV, csv);
    List<String> lines = csv.toString(StandardCharsets.UTF_8).lines().toList();
    assertThat(lines.get(0)).contains("_applicability,stable,stable_probability,batch_mass_g,");
    assertThat(lines.get(1)).contains(",true,0.81,");
    assertThat(lines.get(2)).contains(",false,0.4,");
    assertThat(fixture.exportText(ExportFormat.CSV).lines().skip(1))
        .allSatisfy(line -> assertThat(line).contains("IN_DOMAIN,,,"));

    ByteArrayOutputStream xlsx = new ByteArrayOutputStream();
    new SynthesisListExport(fixture).export(view, ExportFormat.XLSX, xlsx);
    try (Workbook workbook = new XSSFWorkbook(new ByteArrayInputStream(xlsx.toByteArray()))) {
      Sheet items = workbook.getSheet("Items");
      int stable = column(items.getRow(0), "stable");
      assertThat(items.getRow(1).getCell(stable).getBooleanCellValue()).isTrue();
      assertThat(items.getRow(2).getCell(stable).getBooleanCellValue()).isFalse();
      assertThat(items.getRow(1).getCell(stable + 1).getNumericCellValue()).isEqualTo(0.81);
    }
  }

  @Test
  void aNameThatASpreadsheetWouldRunIsMadeHarmless() throws IOException {
    ObjectNode view = (ObjectNode) ExportFixture.view();
    ((ObjectNode) view.at("/synthesis_list/items/0")).put("formula", "=cmd|' /C calc'!A0");
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    new SynthesisListExport(fixture).export(view, ExportFormat.CSV, out);
    assertThat(out.toString(StandardCharsets.UTF_8)).contains("\n1,'=cmd|' /C calc'!A0,");
    assertThat(CsvLines.guarded("@SUM(A1)")).isEqualTo("'@SUM(A1)");
    assertThat(CsvLines.guarded("-0.31")).isEqualTo("-0.31");
    assertThat(CsvLines.guarded("-2+3")).isEqualTo("'-2+3");
    assertThat(CsvLines.guarded("ZrRe2")).isEqualTo("ZrRe2");
  }

  @Test
  void theWorkbookHoldsNumbersAndWordsAndNoFormula() throws IOException {
    try (Workbook workbook =
        new XSSFWorkbook(new ByteArrayInputStream(fixture.export(ExportFormat.XLSX)))) {
      assertThat(workbook.getNumberOfSheets()).isEqualTo(5);
      Sheet precursors = workbook.getSheet("Precursors");
      assertThat(precursors.getLastRowNum()).isEqualTo(4);
      Row header = precursors.getRow(0);
      Row first = precursors.getRow(1);
      int mass = column(header, "mass_g");
      assertThat(first.getCell(mass).getCellType()).isEqualTo(CellType.NUMERIC);
      assertThat(first.getCell(mass).getNumericCellValue()).isEqualTo(0.3935);
      assertThat(workbook.getSheet("Items").getRow(2).getCell(1).getStringCellValue())
          .isEqualTo("HfRe2");
      assertThat(workbook.getSheet("Steps").getLastRowNum()).isEqualTo(4);
      assertThat(workbook.getSheet("Hazards").getLastRowNum()).isEqualTo(2);
      assertThat(workbook.getSheet("XRD").getLastRowNum()).isEqualTo(4);
      for (Sheet sheet : workbook) {
        for (Row row : sheet) {
          for (Cell cell : row) {
            assertThat(cell.getCellType()).isNotEqualTo(CellType.FORMULA);
          }
        }
      }
    }
  }

  private static int column(Row header, String name) {
    for (Cell cell : header) {
      if (cell.getStringCellValue().equals(name)) {
        return cell.getColumnIndex();
      }
    }
    throw new AssertionError("no column " + name);
  }

  @Test
  void theZipHoldsCrystalsThatReadAndAManifest() throws IOException {
    Map<String, String> files = unzipped(fixture.export(ExportFormat.ZIP));
    assertThat(files.keySet()).containsExactly("manifest.json", "01-ZrRe2.cif", "02-HfRe2.cif");
    CrystalRecord read =
        CifReader.read(Objects.requireNonNull(files.get("02-HfRe2.cif")), "02-HfRe2.cif")
            .records()
            .get(0);
    assertThat(read.crystal().composition().reducedFormula()).isEqualTo("HfRe2");
    JsonNode manifest = new ObjectMapper().readTree(files.get("manifest.json"));
    assertThat(manifest.at("/files/1/crystal").asText()).isEqualTo("b".repeat(63) + "2");
    assertThat(fixture.export(ExportFormat.ZIP)).isEqualTo(fixture.export(ExportFormat.ZIP));
  }

  private static Map<String, String> unzipped(byte[] content) throws IOException {
    Map<String, String> files = new LinkedHashMap<>();
    try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(content))) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        files.put(entry.getName(), new String(zip.readAllBytes(), StandardCharsets.UTF_8));
      }
    }
    return files;
  }

  @Test
  void everyNumberOfTheReportLeadsToAFindingThatHoldsIt() throws IOException {
    String html = fixture.exportText(ExportFormat.HTML);
    Set<String> anchors = matches(html, "<li id=\"(f\\d+)\"");
    Set<String> links = matches(html, "href=\"#(f\\d+)\"");
    assertThat(links).isNotEmpty().isEqualTo(anchors);
    assertThat(html)
        .contains("<code>/candidates/0/critical_temperature</code>")
        .contains("<code>/items/1/precursors/0/mass_g</code> <span class=\"value\">0.3935</span>");
    Set<String> sheets = matches(html, "id=\"(c\\d+)\"");
    assertThat(matches(html, "href=\"#(c\\d+)\"")).isEqualTo(sheets).hasSize(2);
  }

  private static Set<String> matches(String text, String pattern) {
    Set<String> found = new HashSet<>();
    Matcher matcher = Pattern.compile(pattern).matcher(text);
    while (matcher.find()) {
      found.add(matcher.group(1));
    }
    return found;
  }

  @Test
  void theReportRunsNothing() throws IOException {
    String html = fixture.exportText(ExportFormat.HTML);
    assertThat(html)
        .doesNotContain("<script")
        .doesNotContain("<b>hull</b>")
        .contains("&lt;script&gt;alert(1)&lt;/script&gt;")
        .contains("default-src 'none'")
        .doesNotContain("href=\"http")
        .doesNotContain(" src=");
    assertThat(Html.escaped("<a href=\"x\">'&\u0007"))
        .isEqualTo("&lt;a href=&quot;x&quot;&gt;&#39;&amp;\uFFFD");
  }

  @Test
  void theReportDrawsThePattern() throws IOException {
    String html = fixture.exportText(ExportFormat.HTML);
    assertThat(matches(html, "(<svg class=\"xrd\")")).hasSize(1);
    assertThat(html).contains(">1 0 3</text>").contains("37.02\u00b0");
    assertThat(html.split("class=\"stick\"", -1)).hasSize(5);
  }

  @ParameterizedTest
  @EnumSource(ExportFormat.class)
  void withoutAListThereIsNoFile(ExportFormat format) throws IOException {
    ObjectNode view = (ObjectNode) ExportFixture.view();
    view.putNull("synthesis_list");
    assertThatThrownBy(
            () ->
                new SynthesisListExport(fixture).export(view, format, new ByteArrayOutputStream()))
        .isInstanceOfSatisfying(
            ExportException.class,
            e -> assertThat(e.code()).isEqualTo(ExportErrors.NO_SYNTHESIS_LIST));
  }

  @Test
  void aCrystalThatIsGoneIsNamed() throws IOException {
    ObjectNode view = (ObjectNode) ExportFixture.view();
    ((ObjectNode) view.at("/synthesis_list/items/0")).put("crystal", "d".repeat(64));
    assertThatThrownBy(
            () ->
                new SynthesisListExport(fixture)
                    .export(view, ExportFormat.ZIP, new ByteArrayOutputStream()))
        .isInstanceOfSatisfying(
            ExportException.class,
            e -> assertThat(e.code()).isEqualTo(ExportErrors.MISSING_CRYSTAL))
        .hasMessageContaining("dddddddddddd");
  }

  @Test
  void fileNamesAreSafeInAHeader() throws IOException {
    ObjectNode view = (ObjectNode) ExportFixture.view();
    view.put("id", "../../x\"\r\ny");
    assertThat(SynthesisListExport.fileName(view, ExportFormat.XLSX))
        .isEqualTo("synthesis-list-xy.xlsx");
  }
}
