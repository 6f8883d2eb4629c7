package dev.athanor.tools;

import dev.athanor.knowledge.crystals.KnownCrystal;
import dev.athanor.knowledge.files.Lazy;
import dev.athanor.knowledge.notes.Note;
import dev.athanor.knowledge.notes.NoteLibrary;
import dev.athanor.knowledge.notes.PassageVectors;
import dev.athanor.knowledge.notes.SentenceEmbedder;
import dev.athanor.knowledge.phases.ReferencePhase;
import dev.athanor.knowledge.phases.ReferencePhases;
import dev.athanor.knowledge.superconductors.Evidence;
import dev.athanor.knowledge.superconductors.KnownSuperconductor;
import dev.athanor.knowledge.superconductors.KnownSuperconductors;
import dev.athanor.knowledge.superconductors.Motif;
import dev.athanor.matter.chemistry.Composition;
import dev.athanor.matter.chemistry.Element;
import dev.athanor.matter.crystal.Crystal;
import dev.athanor.matter.matching.StructureFingerprint;
import dev.athanor.matter.matching.StructureIndex;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/** Every element at zero, a few compounds, two motifs, two notes. */
public final class TestingKnowledge {
  private TestingKnowledge() {}

  /** The knowledge. */
  public static ToolKnowledge knowledge() {
    return new ToolKnowledge(
        TestingKnowledge::phases,
        TestingKnowledge::superconductors,
        TestingKnowledge::crystals,
        TestingKnowledge::structures,
        TestingKnowledge::notes);
  }

  /** An embedder by letters: enough to tell texts apart. */
  public static SentenceEmbedder embedder() {
    return new SentenceEmbedder() {
      @Override
      public String id() {
        return "letters";
      }

      @Override
      public int dimension() {
        return 27;
      }

      @Override
      public float[] embed(String text) {
        float[] vector = new float[27];
        vector[26] = 1;
        text.toLowerCase(java.util.Locale.ROOT)
            .chars()
            .filter(c -> c >= 'a' && c <= 'z')
            .forEach(c -> vector[c - 'a']++);
        return vector;
      }
    };
  }

  private static ReferencePhases phases() {
    List<ReferencePhase> phases = new ArrayList<>();
    for (Element element : Element.values()) {
      phases.add(phase(element.symbol(), new Composition(Map.of(element, 1.0)), 0));
    }
    phases.add(phase("known-1", Composition.parse("ZrRe2"), -0.25));
    phases.add(phase("known-2", Composition.parse("NbAl3"), -0.35));
    phases.add(phase("known-3", Composition.parse("HfZrRe4"), -0.2));
    return ReferencePhases.of(phases, "testing-1");
  }

  private static ReferencePhase phase(String id, Composition composition, double energy) {
    return new ReferencePhase(
        id,
        composition.reducedFormula(),
        composition,
        OptionalInt.empty(),
        energy,
        OptionalDouble.empty(),
        "testing");
  }

  private static KnownSuperconductors superconductors() {
    return KnownSuperconductors.of(
        List.of(known("ZrRe2", 6.8), known("Nb3Sn", 18.3), known("Nb3Al", 18.8), known("CuAu", 0)),
        () ->
            List.of(
                motif("Nb3Al", TestingCrystals.a15(Element.Nb, Element.Al), 18.8, "A3B/8/223", 223),
                motif(
                    "ZrRe2",
                    TestingCrystals.laves(Element.Zr, Element.Re),
                    6.8,
                    "AB2/12/194",
                    194)));
  }

  private static KnownSuperconductor known(String formula, double kelvin) {
    return new KnownSuperconductor(
        formula,
        Composition.parse(formula),
        kelvin,
        "other",
        Evidence.MEASURED,
        List.of("testing"),
        1);
  }

  private static Motif motif(
      String formula, Crystal crystal, double kelvin, String prototype, int group) {
    return new Motif(
        formula + "-testing",
        crystal,
        formula,
        kelvin,
        Evidence.MEASURED,
        "other",
        "testing",
        OptionalInt.of(group),
        prototype,
        false);
  }

  private static List<KnownCrystal> crystals() {
    return List.of(
        new KnownCrystal(
            "known-salt",
            TestingCrystals.rockSalt(Element.Mg, Element.O),
            "NaCl",
            OptionalInt.of(225),
            40));
  }

  private static StructureIndex structures() {
    return StructureIndex.builder()
        .add("known-1", StructureFingerprint.of(TestingCrystals.laves(Element.Zr, Element.Re)))
        .build();
  }

  private static NoteLibrary notes() {
    return NoteLibrary.of(
        List.of(
            note("a15", "A15 superconductors", "Compounds such as Nb3Sn hold the A15 structure."),
            note("re", "Rhenium alloys", "Rhenium with zirconium forms Laves phases, ZrRe2.")),
        new Lazy<>(PassageVectors::none));
  }

  private static Note note(String id, String title, String body) {
    return new Note(
        id, title, List.of("superconductor"), List.of("A. Author 1999"), body, "athanor");
  }
}
