package dev.athanor.models.diffspectra.spectra;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.athanor.matter.MatterErrors;
import dev.athanor.matter.MatterException;
import dev.athanor.matter.chemistry.Element;
import dev.athanor.matter.format.BoundedText;
import dev.athanor.matter.format.MalformedJson;
import dev.athanor.matter.molecule.Atom;
import dev.athanor.matter.molecule.Molecule;
import dev.athanor.matter.spectroscopy.Spectrum;
import dev.athanor.matter.spectroscopy.SpectrumPoint;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Spectra of molecules as JSON, one object a line: {@code id}; {@code ir} ({@code [[1/cm,
 * km/mol]]}), {@code raman} ({@code [[1/cm, activity]]}), {@code uv} ({@code [[eV, oscillator
 * strength]]}), each of them lines and each optional; {@code formula}; and for training {@code
 * smiles}, {@code species}, {@code positions} (angstrom).
 */
public final class MoleculeSpectraLines {
  /** Most lines that one spectrum may have. */
  public static final int MAX_LINES = 20_000;

  private static final int MAX_ATOMS = 1000;
  private static final int MAX_REJECTED = 100_000;
  private static final ObjectMapper MAPPER =
      new ObjectMapper(
          JsonFactory.builder()
              .streamReadConstraints(
                  StreamReadConstraints.builder()
                      .maxNestingDepth(8)
                      .maxTokenCount(20L * MAX_LINES)
                      .maxStringLength(1 << 16)
                      .build())
              .build());

  private MoleculeSpectraLines() {}

  /** Which fields of a line are looked at. */
  public enum Fields {
    /** Spectra and formula only: whatever else a line says is not even parsed. */
    QUESTION,
    /** The molecule too. */
    QUESTION_AND_ANSWER
  }

  /**
   * Reads a file, packed or not.
   *
   * @throws MatterException where the file as a whole is beyond the bounds or broken
   */
  public static void read(Path file, Fields fields, MoleculeSpectraSink sink) throws IOException {
    int[] rejected = new int[1];
    BoundedText.eachLine(
        file,
        (line, number) -> {
          if (line.isBlank()) {
            return;
          }
          try {
            sink.accepted(parse(line, "line-" + number, fields));
          } catch (MatterException e) {
            if (++rejected[0] > MAX_REJECTED) {
              throw new MatterException(
                  MatterErrors.TOO_LARGE, "too many lines that cannot be read", number);
            }
            sink.rejected(idOf(line, number), e.atLine(number));
          }
        });
  }

  /**
   * Reads one line.
   *
   * @param line the JSON
   * @param place what to call it where it has no {@code id}
   * @throws MatterException with a code for what is wrong with the line
   */
  public static MoleculeSpectra parse(String line, String place, Fields fields) {
    JsonNode node = object(line);
    Map<Modality, Spectrum> spectra = new EnumMap<>(Modality.class);
    for (Modality modality : Modality.values()) {
      spectrum(node.path(modality.field()), modality).ifPresent(s -> spectra.put(modality, s));
    }
    Optional<MoleculeSpectra.Answer> answer =
        switch (fields) {
          case QUESTION -> Optional.empty();
          case QUESTION_AND_ANSWER -> Optional.of(answer(node));
        };
    JsonNode formula = node.path("formula");
    return new MoleculeSpectra(
        node.path("id").asText(place),
        spectra,
        formula.isTextual() ? Optional.of(formula.textValue()) : Optional.empty(),
        answer);
  }

  private static JsonNode object(String line) {
    try {
      JsonNode node = MAPPER.readTree(line);
      if (node != null && node.isObject()) {
        return node;
      }
    } catch (JsonProcessingException e) {
      throw MalformedJson.because(e);
    }
    throw new MatterException(MatterErrors.MALFORMED, "spectra must be a JSON object");
  }

  private static String idOf(String line, int number) {
    String place = "line-" + number;
    try {
      return MAPPER.readTree(line).path("id").asText(place);
    } catch (JsonProcessingException notJson) {
      return place;
    }
  }

  private static Optional<Spectrum> spectrum(JsonNode node, Modality modality) {
    if (node.isMissingNode() || node.isNull() || (node.isArray() && node.isEmpty())) {
      return Optional.empty();
    }
    if (!node.isArray()) {
      throw new MatterException(
          MatterErrors.MALFORMED, "'" + modality.field() + "' must be a list of lines");
    }
    if (node.size() > MAX_LINES) {
      throw new MatterException(
          MatterErrors.TOO_LARGE,
          "'" + modality.field() + "' has " + node.size() + " lines; at most " + MAX_LINES);
    }
    List<SpectrumPoint> points = new ArrayList<>(node.size());
    for (JsonNode pair : node) {
      double position = pair.path(0).asDouble(Double.NaN);
      double strength = pair.path(1).asDouble(Double.NaN);
      // a model's line below 0 in strength would be emission; below 0 in position no mode at all
      if (!pair.isArray() || !(position >= 0) || !(strength >= 0)) {
        throw new MatterException(
            MatterErrors.BAD_COORDINATES,
            "'" + modality.field() + "' needs pairs of numbers of at least 0, has " + pair);
      }
      points.add(new SpectrumPoint(position, strength));
    }
    return Optional.of(
        new Spectrum(
            modality.kind(), modality.axis(), modality.lineUnit(), Spectrum.Form.LINES, points));
  }

  private static MoleculeSpectra.Answer answer(JsonNode node) {
    JsonNode species = node.path("species");
    JsonNode positions = node.path("positions");
    if (!species.isArray() || species.isEmpty() || species.size() > MAX_ATOMS) {
      throw new MatterException(
          MatterErrors.MISSING_SITES, "'species' must list 1 to " + MAX_ATOMS + " atoms");
    }
    if (!positions.isArray() || positions.size() != species.size()) {
      throw new MatterException(
          MatterErrors.BAD_COORDINATES,
          species.size() + " species but " + positions.size() + " positions");
    }
    if (!node.path("smiles").isTextual()) {
      throw new MatterException(MatterErrors.MALFORMED, "'smiles' is missing");
    }
    List<Atom> atoms = new ArrayList<>(species.size());
    for (int i = 0; i < species.size(); i++) {
      String symbol = species.get(i).asText();
      JsonNode place = positions.get(i);
      atoms.add(
          Atom.of(
              Element.ofSymbol(symbol)
                  .orElseThrow(
                      () ->
                          new MatterException(
                              MatterErrors.UNKNOWN_ELEMENT, "'" + symbol + "' is no element")),
              place.path(0).asDouble(Double.NaN),
              place.path(1).asDouble(Double.NaN),
              place.path(2).asDouble(Double.NaN)));
    }
    return new MoleculeSpectra.Answer(node.path("smiles").textValue(), Molecule.of(atoms));
  }
}
