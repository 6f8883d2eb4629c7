package dev.athanor.matter.format;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.athanor.matter.MatterErrors;
import dev.athanor.matter.MatterException;
import dev.athanor.matter.chemistry.Element;
import dev.athanor.matter.crystal.Crystal;
import dev.athanor.matter.crystal.CrystalRecord;
import dev.athanor.matter.crystal.Lattice;
import dev.athanor.matter.crystal.Site;
import dev.athanor.matter.crystal.Vector3;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Crystals as JSON, one object a line: {@code id}, {@code lattice} (3 x 3, angstrom, rows a b c),
 * {@code species} (per site a symbol, or {@code {symbol: occupancy}}), {@code frac_coords} or
 * {@code cart_coords}, and any further numbers and words.
 */
public final class CrystalJsonLines {
  /** Tokens of one line: some thirty for each of the most sites that a crystal may have. */
  private static final long MAX_TOKENS = 30L * Crystal.MAX_SITES;

  private static final ObjectMapper MAPPER =
      new ObjectMapper(
          JsonFactory.builder()
              .streamReadConstraints(
                  StreamReadConstraints.builder()
                      .maxNestingDepth(16)
                      .maxTokenCount(MAX_TOKENS)
                      .maxStringLength(1 << 20)
                      .build())
              .build());

  private CrystalJsonLines() {}

  /**
   * Reads one line.
   *
   * @throws MatterException with a code for what is wrong with the line
   */
  public static CrystalRecord parse(String line) {
    return parse(line, false);
  }

  /**
   * Reads one line whose species may be placeholders ({@code X0}, {@code X1}); such a record
   * answers {@link PlaceholderSpecies#areIn} with yes.
   *
   * @throws MatterException with a code for what is wrong with the line
   */
  public static CrystalRecord parseWithPlaceholders(String line) {
    return parse(line, true);
  }

  private static CrystalRecord parse(String line, boolean takePlaceholders) {
    JsonNode node;
    try {
      node = MAPPER.readTree(line);
    } catch (JsonProcessingException e) {
      throw MalformedJson.because(e);
    }
    if (node == null || !node.isObject()) {
      throw new MatterException(MatterErrors.MALFORMED, "a crystal line must be a JSON object");
    }
    Lattice lattice = lattice(node.path("lattice"));
    Optional<PlaceholderSpecies> placeholders = placeholders(node.path("species"));
    boolean marked = placeholders.isPresent() || node.path(PlaceholderSpecies.MARK).isTextual();
    if (marked && !takePlaceholders) {
      throw new MatterException(
          MatterErrors.UNKNOWN_ELEMENT,
          "the species are placeholders (X, X0, X1, ...): such a crystal has no composition");
    }
    Crystal crystal = new Crystal(lattice, sites(node, lattice, placeholders));
    Map<String, Double> numbers = new HashMap<>();
    Map<String, String> texts = new HashMap<>();
    node.properties()
        .forEach(
            field -> {
              if (field.getKey().equals("id")) {
                return;
              }
              if (field.getValue().isNumber()) {
                numbers.put(field.getKey(), field.getValue().doubleValue());
              } else if (field.getValue().isTextual()) {
                texts.put(field.getKey(), field.getValue().textValue());
              }
            });
    placeholders.ifPresent(found -> texts.put(PlaceholderSpecies.MARK, found.names()));
    return new CrystalRecord(
        node.path("id").asText(crystal.composition().reducedFormula()), crystal, numbers, texts);
  }

  /** The identifier of a line that may be no crystal, where it has one. */
  static Optional<String> idOf(String line) {
    try {
      JsonNode id = MAPPER.readTree(line).path("id");
      return id.isTextual() && !id.textValue().isBlank()
          ? Optional.of(id.textValue())
          : Optional.empty();
    } catch (JsonProcessingException notJson) {
      return Optional.empty();
    }
  }

  /** Writes one line, without the line break. */
  public static String format(CrystalRecord entry) {
    Crystal crystal = entry.crystal();
    ObjectNode node = MAPPER.createObjectNode();
    node.put("id", entry.id());
    node.put("formula", crystal.composition().formula());
    ArrayNode lattice = node.putArray("lattice");
    for (double[] row : crystal.lattice().rows()) {
      lattice.add(vector(row[0], row[1], row[2]));
    }
    ArrayNode species = node.putArray("species");
    ArrayNode coordinates = node.putArray("frac_coords");
    for (Site site : crystal.sites()) {
      if (site.isOrdered()) {
        species.add(site.majorElement().symbol());
      } else {
        ObjectNode shares = species.addObject();
        site.occupancies().forEach((element, share) -> shares.put(element.symbol(), share));
      }
      coordinates.add(vector(site.position().x(), site.position().y(), site.position().z()));
    }
    entry.numbers().forEach(node::put);
    entry
        .texts()
        .forEach(
            (name, text) -> {
              if (!node.has(name)) {
                node.put(name, text);
              }
            });
    return node.toString();
  }

  private static ArrayNode vector(double x, double y, double z) {
    return MAPPER.createArrayNode().add(x).add(y).add(z);
  }

  private static Lattice lattice(JsonNode node) {
    if (!node.isArray() || node.size() != 3) {
      throw new MatterException(MatterErrors.MISSING_CELL, "'lattice' must be 3 x 3 numbers");
    }
    return new Lattice(
        vector(node.get(0), "lattice"),
        vector(node.get(1), "lattice"),
        vector(node.get(2), "lattice"));
  }

  /** Present when every species is a placeholder. */
  private static Optional<PlaceholderSpecies> placeholders(JsonNode species) {
    for (JsonNode name : species) {
      if (!name.isTextual() || !PlaceholderSpecies.isName(name.textValue())) {
        return Optional.empty();
      }
    }
    return species.isEmpty() ? Optional.empty() : Optional.of(new PlaceholderSpecies());
  }

  private static List<Site> sites(
      JsonNode node, Lattice lattice, Optional<PlaceholderSpecies> placeholders) {
    JsonNode species = node.path("species");
    boolean fractional = node.hasNonNull("frac_coords");
    JsonNode coordinates = node.path(fractional ? "frac_coords" : "cart_coords");
    if (!species.isArray() || species.isEmpty()) {
      throw new MatterException(MatterErrors.MISSING_SITES, "'species' must list the sites");
    }
    if (!coordinates.isArray() || coordinates.size() != species.size()) {
      throw new MatterException(
          MatterErrors.BAD_COORDINATES,
          species.size() + " species but " + coordinates.size() + " coordinates");
    }
    if (species.size() > Crystal.MAX_SITES) {
      throw new MatterException(
          MatterErrors.TOO_LARGE, species.size() + " sites; at most " + Crystal.MAX_SITES);
    }
    List<Site> sites = new ArrayList<>(species.size());
    for (int i = 0; i < species.size(); i++) {
      Vector3 place = vector(coordinates.get(i), "coordinate");
      JsonNode name = species.get(i);
      Map<Element, Double> occupancies =
          placeholders.isPresent() ? placeholders.get().of(name.textValue()) : occupancies(name);
      sites.add(new Site(occupancies, fractional ? place : lattice.toFractional(place)));
    }
    return sites;
  }

  private static Map<Element, Double> occupancies(JsonNode node) {
    if (node.isTextual()) {
      return Map.of(element(node.textValue()), 1.0);
    }
    if (!node.isObject()) {
      throw new MatterException(
          MatterErrors.MALFORMED, "a species must be a symbol or {symbol: occupancy}");
    }
    EnumMap<Element, Double> shares = new EnumMap<>(Element.class);
    node.properties()
        .forEach(
            field ->
                shares.merge(
                    element(field.getKey()), field.getValue().asDouble(Double.NaN), Double::sum));
    return shares;
  }

  private static Element element(String symbol) {
    return Element.ofSymbol(symbol)
        .orElseThrow(
            () ->
                new MatterException(
                    MatterErrors.UNKNOWN_ELEMENT, "'" + symbol + "' is no element"));
  }

  private static Vector3 vector(JsonNode node, String what) {
    if (!node.isArray() || node.size() != 3) {
      throw new MatterException(MatterErrors.BAD_COORDINATES, "a " + what + " needs three numbers");
    }
    for (JsonNode component : node) {
      if (!component.isNumber()) {
        throw new MatterException(
            MatterErrors.BAD_COORDINATES, "a " + what + " component is not a number");
      }
    }
    return new Vector3(
        node.get(0).doubleValue(), node.get(1).doubleValue(), node.get(2).doubleValue());
  }
}
