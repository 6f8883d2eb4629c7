package dev.athanor.knowledge.notes;

import static org.assertj.core.api.Assertions.assertThat;

import dev.athanor.knowledge.files.Lazy;
import java.io.IOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ShippedNotesTest {
  private final List<Note> notes = NoteLibrary.shipped();

  @Test
  void thereAreAboutSixtyWithUniqueTitles() {
    assertThat(notes).hasSizeGreaterThanOrEqualTo(60);
    assertThat(notes).extracting(Note::title).doesNotHaveDuplicates();
    assertThat(notes).extracting(Note::id).doesNotHaveDuplicates();
  }

  @Test
  void everyNoteHasDatedReferencesTagsAndTheAgreedLength() {
    for (Note note : notes) {
      assertThat(note.tags()).as(note.id()).isNotEmpty();
      assertThat(note.references())
          .as(note.id())
          .isNotEmpty()
          .allMatch(r -> r.matches(".*\\b(19|20)\\d\\d\\b.*") || r.contains("CFR"));
      int words = note.body().split("\\s+", -1).length;
      assertThat(words).as(note.id()).isBetween(90, 180);
      assertThat(note.body()).as(note.id()).doesNotContainPattern("[\\p{Cntrl}&&[^\\n]]");
    }
  }

  @Test
  void theIndexListsWhatIsInTheFolder() throws IOException, URISyntaxException {
    URL index =
        Objects.requireNonNull(
            NoteLibrary.class.getResource("/dev/athanor/knowledge/notes/index.txt"));
    try (Stream<Path> files =
        Files.list(Objects.requireNonNull(Path.of(index.toURI()).getParent()))) {
      assertThat(
              files
                  .map(f -> String.valueOf(f.getFileName()))
                  .filter(n -> n.endsWith(".md"))
                  .map(n -> n.substring(0, n.length() - 3))
                  .toList())
          .containsExactlyInAnyOrderElementsOf(notes.stream().map(Note::id).toList());
    }
  }

  /** Question and the note that answers it. */
  private static final String[][] QUESTIONS = {
    {"Which A15 compounds superconduct and why is order important?", "family-a15"},
    {"Are Laves phases such as ZrRe2 superconductors?", "family-laves"},
    {"alpha-Mn chi phase rhenium alloys", "family-sigma-chi"},
    {"niobium nitride rock salt Tc", "family-b1-nitrides-carbides"},
    {"Why does magnesium diboride have 39 K?", "family-mgb2-diborides"},
    {"Chevrel phase PbMo6S8 critical field", "family-chevrel"},
    {"superconductivity without inversion symmetry Re6Zr muon", "family-noncentrosymmetric"},
    {"Mo3Al2C beta-Mn structure", "family-noncentrosymmetric"},
    {"Heusler compounds with 27 valence electrons", "family-heusler"},
    {"suboxide Zr4Rh2O eta carbide", "family-eta-carbides"},
    {"high entropy alloys superconducting", "family-high-entropy"},
    {
      "Do iron impurities or magnetic atoms destroy superconductivity?",
      "breaks-magnetic-impurities"
    },
    {"charge density wave competing with superconductivity", "breaks-cdw-competition"},
    {"Anderson theorem non-magnetic disorder", "breaks-disorder-anderson"},
    {"valence electrons per atom 4.7 and 6.5 rule", "rule-electron-count"},
    {"What is mu* in the McMillan formula?", "theory-mcmillan-allen-dynes"},
    {"How do I prove bulk superconductivity, heat capacity jump?", "measure-heat-capacity"},
    {"Meissner fraction and demagnetising factor", "measure-susceptibility"},
    {"zero resistance artefact four contacts", "measure-resistivity"},
    {"arc melting under argon", "synthesis-arc-melting"},
    {"evaporation losses of manganese and samarium", "synthesis-evaporation-losses"},
    {"grow single crystals from tin flux", "synthesis-flux-growth"},
    {"explosion of a sealed quartz ampoule with phosphorus", "hazard-quartz-ampoule"},
    {"is osmium toxic OsO4", "hazard-osmium-ruthenium"},
    {"beryllium dust hazard", "hazard-beryllium-reactive-metals"},
    {"What does energy above the convex hull mean?", "stability-hull-distance"},
    {
      "error cancellation formation energy versus stability machine learning",
      "stability-error-cancellation"
    },
    {"rhenium melting point and volatile oxide Re2O7", "rhenium-element"},
    {"ternary rhenium intermetallic structure types", "rhenium-intermetallics"},
    {"Rietveld refinement of powder diffraction", "characterise-powder-xrd"},
  };

  @Test
  void theRightNoteIsAmongTheFirstThreeByWordsAlone() {
    NoteLibrary library = NoteLibrary.of(notes, new Lazy<>(PassageVectors::none));
    List<String> missed = new ArrayList<>();
    for (String[] question : QUESTIONS) {
      List<String> found =
          library.search(question[0], 3).stream().map(PassageResult::noteId).toList();
      if (!found.contains(question[1])) {
        missed.add(question[0] + " -> " + found);
      }
    }
    double recall = 1 - (double) missed.size() / QUESTIONS.length;
    assertThat(recall)
        .as("recall at three by words; missed %s", missed)
        .isGreaterThanOrEqualTo(0.93);
  }
}
