package dev.athanor.agent.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.athanor.matter.crystal.Vector3;
import dev.athanor.matter.molecule.Atom;
import dev.athanor.models.diffspectra.Elucidation;
import dev.athanor.models.diffspectra.MoleculeCandidate;
import dev.athanor.models.diffspectra.SpectralConsistency;
import dev.athanor.tools.elucidation.HillFormula;
import dev.athanor.tools.elucidation.NamedMolecule;
import dev.athanor.tools.elucidation.UnknownMolecule;
import java.util.List;
import java.util.Optional;

/** The JSON lines that {@code athanor elucidate} writes; the same answer gives the same line. */
final class ElucidationLines {
  /** Field that says why there is no answer; null where there is one. */
  static final String OUTSIDE = "outside";

  private static final int PROBABILITY_DECIMALS = 6;
  private static final int POSITION_DECIMALS = 4;
  private static final int MISMATCH_DECIMALS = 3;

  private ElucidationLines() {}

  /** Which molecules may have the spectra. */
  static ObjectNode candidates(UnknownMolecule unknown, Elucidation elucidation) {
    ObjectNode line = begin(unknown);
    ArrayNode candidates = line.putArray("candidates");
    elucidation.candidates().forEach(candidate -> fill(candidates.addObject(), candidate));
    JsonNumbers.put(line, "top_probability", elucidation.topIsRight(), PROBABILITY_DECIMALS);
    end(line, elucidation.outside());
    ArrayNode formulas = line.putArray("formulas");
    elucidation.formulas().forEach(formula -> formulas.add(HillFormula.of(formula)));
    line.put("considered", elucidation.considered());
    line.put("complete", elucidation.complete());
    remark(line, unknown.remarks(), elucidation.remarks());
    return line;
  }

  /** Whether the spectra go with a molecule. */
  static ObjectNode verdict(
      UnknownMolecule unknown, NamedMolecule named, SpectralConsistency consistency) {
    ObjectNode line = begin(unknown);
    line.put("smiles", named.smiles());
    line.put("inchikey", named.inchikey());
    line.put("formula", named.formula());
    line.put("verdict", NamedMolecule.Verdict.of(consistency).name());
    boolean answered = consistency.outside().isEmpty();
    JsonNumbers.put(
        line, "p_value", answered ? consistency.pValue() : Double.NaN, PROBABILITY_DECIMALS);
    JsonNumbers.put(
        line, "mismatch", answered ? consistency.mismatch() : Double.NaN, MISMATCH_DECIMALS);
    end(line, consistency.outside());
    remark(line, unknown.remarks(), named.contradiction(unknown).map(List::of).orElseGet(List::of));
    return line;
  }

  private static ObjectNode begin(UnknownMolecule unknown) {
    return JsonNodeFactory.instance.objectNode().put("id", unknown.id());
  }

  private static void end(ObjectNode line, Optional<String> outside) {
    line.put(OUTSIDE, outside.orElse(null));
  }

  private static void fill(ObjectNode node, MoleculeCandidate candidate) {
    node.put("smiles", candidate.smiles());
    node.put("inchikey", candidate.inchiKey());
    JsonNumbers.put(node, "probability", candidate.probability(), PROBABILITY_DECIMALS);
    JsonNumbers.put(node, "mismatch", candidate.mismatch(), MISMATCH_DECIMALS);
    ArrayNode species = node.putArray("species");
    ArrayNode positions = node.putArray("positions");
    for (Atom atom : candidate.molecule().atoms()) {
      species.add(atom.element().symbol());
      Vector3 place = atom.position();
      ArrayNode position = positions.addArray();
      JsonNumbers.add(position, place.x(), POSITION_DECIMALS);
      JsonNumbers.add(position, place.y(), POSITION_DECIMALS);
      JsonNumbers.add(position, place.z(), POSITION_DECIMALS);
    }
  }

  private static void remark(ObjectNode line, List<String> ofInput, List<String> ofModel) {
    ArrayNode remarks = line.putArray("remarks");
    ofInput.forEach(remarks::add);
    ofModel.forEach(remarks::add);
  }
}
