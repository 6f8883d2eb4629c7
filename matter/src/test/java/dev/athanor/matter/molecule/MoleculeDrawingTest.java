package dev.athanor.matter.molecule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.athanor.matter.MatterException;
import java.io.StringReader;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.xml.sax.InputSource;

class MoleculeDrawingTest {
  /** Lines: one for each electron pair of a bond between heavy atoms. */
  @ParameterizedTest
  @CsvSource({
    "CCO,2,OH",
    "C=C,2,",
    "CC#N,4,N",
    "O=C=O,4,O",
    "c1ccccc1,9,",
    "C,0,CH",
    "CC(=O)[O-],4,\u2212",
    "[NH3+]CC,2,+",
    "[H][H],1,H"
  })
  void drawsEveryPairAndLabel(String smiles, int lines, String label) throws Exception {
    String svg = MoleculeDrawing.svg(Smiles.parse(smiles), smiles);
    DocumentBuilderFactory.newInstance()
        .newDocumentBuilder()
        .parse(new InputSource(new StringReader(svg)));
    assertThat(svg.split("<path ", -1)).hasSize(lines + 1);
    String text = svg.substring(svg.indexOf("</style>")).replaceAll("<[^>]*>", "");
    assertThat(text.replaceAll("\\s", "")).contains(label == null ? "" : label);
    assertThat(svg).contains("prefers-color-scheme:dark").contains("var(--ink)");
  }

  @Test
  void isTheSameEveryTimeAndKeepsMarkupOut() {
    MolecularGraph graph = Smiles.parse("CC(=O)Nc1ccc(O)cc1");
    String svg = MoleculeDrawing.svg(graph, "<script>");
    assertThat(MoleculeDrawing.svg(graph, "<script>")).isEqualTo(svg);
    assertThat(svg).contains("&lt;script&gt;").doesNotContain("<script>");
    MolecularGraph large = Smiles.parse("C".repeat(201));
    assertThatThrownBy(() -> MoleculeDrawing.svg(large, "")).isInstanceOf(MatterException.class);
  }
}
