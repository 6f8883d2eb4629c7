package dev.athanor.matter.molecule;

import com.fasterxml.jackson.databind.JsonNode;
import dev.athanor.matter.molecule.file.MoleculeRecord;
import dev.athanor.matter.molecule.file.SdfWriter;
import dev.athanor.matter.oracle.OracleProcess;
import dev.athanor.matter.oracle.OracleReport;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Keys and perceived bonds beside Open Babel's, force field and fingerprints beside RDKit's. */
@Tag("oracle")
class MoleculeOracleTest {
  private static final long SEED = 20261123;
  private static final String DATA = "the computed molecules of ../shared/data/spectra";

  @Test
  void keysOfSmiles() throws IOException {
    List<SharedMolecules.Row> rows = SharedMolecules.every(1);
    List<JsonNode> theirs =
        ask(rows.stream().map(row -> Map.of("kind", "key", "smiles", row.smiles())).toList());
    OracleReport report =
        OracleReport.section("molecules", "keys", "InChIKeys of SMILES")
            .compared("the key of our reading of " + DATA + " with Open Babel's", rows.size());
    int same = 0;
    for (int i = 0; i < rows.size(); i++) {
      String ours = InchiKey.of(Smiles.parse(rows.get(i).smiles())).value();
      String other = theirs.get(i).path("key").asText();
      if (ours.equals(other)) {
        same++;
      } else {
        report.disagreement(rows.get(i).smiles(), ours, other, "not looked into");
      }
    }
    report.atLeast("same key", (double) same / rows.size(), "1", 0.999).conclude();
  }

  @Test
  void bondsFromPositions() throws IOException {
    List<SharedMolecules.Row> rows = SharedMolecules.every(1);
    List<Map<String, String>> requests = new ArrayList<>();
    OracleReport report =
        OracleReport.section("molecules", "perception", "Bonds from positions, orders and charges")
            .compared(
                "the constitution perceived from the positions of "
                    + DATA
                    + ", written as SDF and read by Open Babel, with that of their SMILES",
                rows.size());
    List<Molecule> perceived = new ArrayList<>();
    for (SharedMolecules.Row row : rows) {
      Molecule molecule = BondPerception.perceive(row.molecule());
      perceived.add(molecule);
      requests.add(Map.of("kind", "key", "sdf", sdf(molecule)));
    }
    List<JsonNode> theirs = ask(requests);
    int same = 0;
    int read = 0;
    for (int i = 0; i < rows.size(); i++) {
      String wanted = InchiKey.of(Smiles.parse(rows.get(i).smiles())).value();
      MolecularGraph graph = MolecularGraph.of(perceived.get(i));
      String other = theirs.get(i).path("key").asText();
      // theirs has the stereochemistry of the positions, in the second block
      read += other.startsWith(InchiKey.of(graph).firstBlock()) ? 1 : 0;
      if (InchiKey.of(graph).value().equals(wanted)) {
        same++;
      } else {
        report.disagreement(
            rows.get(i).smiles(),
            Smiles.write(graph),
            rows.get(i).smiles(),
            "mesoionic or zwitterionic: an uncharged or shifted drawing of the same positions");
      }
    }
    report
        .atLeast("same constitution as the SMILES", (double) same / rows.size(), "1", 0.997)
        .atLeast(
            "SDF read by Open Babel with the same first block of the key",
            (double) read / rows.size(),
            "1",
            0.999)
        .conclude();
  }

  @Test
  void energiesOfTheForceField() throws IOException {
    List<SharedMolecules.Row> rows = SharedMolecules.every(60);
    List<Map<String, String>> requests = new ArrayList<>();
    List<Double> ours = new ArrayList<>();
    int built = 0;
    for (SharedMolecules.Row row : rows) {
      Conformer conformer = ConformerBuilder.standard().build(Smiles.parse(row.smiles()), SEED);
      built++;
      if (conformer.energy().isPresent()) {
        ours.add(conformer.energy().getAsDouble());
        requests.add(Map.of("kind", "energy", "sdf", sdf(conformer.molecule())));
      }
    }
    List<JsonNode> theirs = ask(requests);
    List<Double> differences = new ArrayList<>();
    OracleReport report =
        OracleReport.section("molecules", "force field", "MMFF94 energies of our conformers")
            .compared(
                "the energy at the end of our minimisation with RDKit's at the same positions,"
                    + " rounded to four decimals by the SDF between",
                requests.size());
    for (int i = 0; i < ours.size(); i++) {
      double other = theirs.get(i).path("energy").asDouble(Double.NaN);
      differences.add(Math.abs(ours.get(i) - other));
      if (!(differences.get(i) < 0.05)) {
        report.disagreement(
            theirs.get(i).path("id").asText(String.valueOf(i)),
            String.valueOf(ours.get(i)),
            String.valueOf(other),
            "other atom types: the two programs see other rings as aromatic");
      }
    }
    long close = differences.stream().filter(difference -> difference < 0.05).count();
    report
        .atLeast("conformers built", (double) built / rows.size(), "1", 1)
        .figure("with force field", (double) ours.size() / rows.size(), "1")
        .atLeast("energies within 0.05 kcal/mol", (double) close / ours.size(), "1", 0.95)
        .conclude();
  }

  @Test
  void fingerprints() throws IOException {
    List<SharedMolecules.Row> rows = SharedMolecules.every(5);
    Random random = new Random(SEED);
    List<Map<String, String>> requests = new ArrayList<>();
    for (SharedMolecules.Row row : rows) {
      String other = rows.get(random.nextInt(rows.size())).smiles();
      requests.add(Map.of("kind", "fingerprint", "first", row.smiles(), "second", other));
    }
    List<JsonNode> theirs = ask(requests);
    double sum = 0;
    double most = 0;
    int environments = 0;
    for (int i = 0; i < rows.size(); i++) {
      MolecularGraph first = Smiles.parse(String.valueOf(requests.get(i).get("first")));
      MolecularGraph second = Smiles.parse(String.valueOf(requests.get(i).get("second")));
      double ours = MorganFingerprint.of(first).tanimoto(MorganFingerprint.of(second));
      double difference = Math.abs(ours - theirs.get(i).path("tanimoto").asDouble());
      sum += difference;
      most = Math.max(most, difference);
      int count =
          MorganFingerprint.environments(first, MorganFingerprint.RADIUS).values().stream()
              .mapToInt(Integer::intValue)
              .sum();
      environments += count == theirs.get(i).path("environments").asInt() ? 1 : 0;
    }
    OracleReport.section("molecules", "fingerprints", "Morgan fingerprints of radius 2")
        .compared("Tanimoto coefficients of pairs of " + DATA + " with RDKit's", rows.size())
        .note(
            "The environments are the same; which of two centres stands for the same bonds, and"
                + " which environments share a bit, differs.")
        .atLeast("same number of environments", (double) environments / rows.size(), "1", 0.99)
        .atMost("mean difference of the coefficient", sum / rows.size(), "1", 0.02)
        .figure("largest difference", most, "1")
        .conclude();
  }

  private static String sdf(Molecule molecule) {
    return SdfWriter.write(new MoleculeRecord("molecule", molecule, Map.of()));
  }

  private static List<JsonNode> ask(List<Map<String, String>> requests) {
    return OracleProcess.run("molecules", requests, Duration.ofMinutes(10));
  }
}
