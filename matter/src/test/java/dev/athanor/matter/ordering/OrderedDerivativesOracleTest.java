package dev.athanor.matter.ordering;

import com.fasterxml.jackson.databind.JsonNode;
import dev.athanor.matter.chemistry.Element;
import dev.athanor.matter.crystal.Crystal;
import dev.athanor.matter.crystal.Lattice;
import dev.athanor.matter.crystal.Site;
import dev.athanor.matter.crystal.Vector3;
import dev.athanor.matter.oracle.OracleProcess;
import dev.athanor.matter.oracle.OracleReport;
import dev.athanor.matter.prototype.Prototype;
import dev.athanor.matter.prototype.PrototypeLibrary;
import dev.athanor.matter.symmetry.PrimitiveCell;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Orderings beside those that trying every one gives, told apart by pymatgen's matcher. */
@Tag("oracle")
class OrderedDerivativesOracleTest {
  private static final OrderingSettings EXACT = OrderingSettings.USUAL.withShareTolerance(1e-6);

  /** A case: what is shared, and how large supercells may be. */
  private record Case(String name, Crystal parent, int cells) {}

  @Test
  void theSameOrderingsAsTryingEveryOne() {
    List<Case> cases = cases();
    List<List<OrderedDerivative>> ours = new ArrayList<>();
    List<Map<String, Object>> requests = new ArrayList<>();
    for (Case one : cases) {
      List<OrderedDerivative> found = OrderedDerivatives.all(one.parent(), EXACT.upTo(one.cells()));
      ours.add(found);
      Map<String, Object> request =
          new TreeMap<>(json(PrimitiveCell.of(one.parent(), EXACT.positionTolerance())));
      request.put("id", one.name());
      request.put("cells", one.cells());
      request.put("found", found.stream().map(d -> json(d.crystal())).toList());
      requests.add(request);
    }
    List<JsonNode> answers = OracleProcess.run("orderings", requests, Duration.ofMinutes(20));
    OracleReport report =
        OracleReport.section("prototypes", "orderings", "Ordered derivatives of shared sites")
            .compared(
                "our list against every filling of every supercell, told apart by pymatgen's"
                    + " StructureMatcher",
                cases.size());
    int different = 0;
    int orderings = 0;
    for (int i = 0; i < cases.size(); i++) {
      int theirs = answers.get(i).path("orderings").asInt(-1);
      orderings += ours.get(i).size();
      if (theirs != ours.get(i).size()
          || answers.get(i).path("once").asInt(-1) != theirs
          || answers.get(i).path("strangers").asInt(-1) != 0) {
        different++;
        report.disagreement(
            cases.get(i).name(),
            ours.get(i).size() + " orderings",
            answers.get(i).toString(),
            "the lists differ");
      }
    }
    report
        .figure("orderings in all cases", orderings, "")
        .atMost("cases with different lists", different, "", 0)
        .conclude();
  }

  private static List<Case> cases() {
    return List.of(
        new Case("fcc CuAu, four cells", shared("fcc", "A", Element.Au, 0.5), 4),
        new Case("fcc Cu3Au, four cells", shared("fcc", "A", Element.Au, 0.25), 4),
        new Case("bcc AB2, three cells", shared("bcc", "A", Element.Au, 1 / 3.0), 3),
        new Case("hcp AB, two cells", shared("hcp", "A", Element.Au, 0.5), 2),
        new Case("rock salt with shared cations", shared("NaCl", "A", Element.Li, 0.5), 4),
        new Case("perovskite with shared B", shared("perovskite", "B", Element.Zr, 0.5), 3),
        new Case("ThCr2Si2 with shared Cr", shared("ThCr2Si2", "B", Element.Co, 0.5), 2),
        new Case("A15 with shared B", shared("A15", "B", Element.Ge, 0.5), 2),
        new Case(
            "simple cubic with vacancies",
            new Crystal(
                Lattice.cubic(3),
                List.of(new Site(Map.of(Element.Po, 0.75), new Vector3(0, 0, 0)))),
            4));
  }

  /** The type with a part of one slot's atoms replaced. */
  private static Crystal shared(String type, String slot, Element guest, double share) {
    Prototype prototype = PrototypeLibrary.standard().find(type).orElseThrow();
    Element host = prototype.reference().getOrDefault(slot, Element.H);
    List<Site> sites = new ArrayList<>();
    for (Site site : prototype.referenceCrystal().sites()) {
      sites.add(
          site.majorElement() == host
              ? new Site(Map.of(host, 1 - share, guest, share), site.position())
              : site);
    }
    return new Crystal(prototype.lattice(), sites);
  }

  private static Map<String, Object> json(Crystal crystal) {
    return Map.of(
        "lattice",
        crystal.lattice().rows(),
        "species",
        crystal.sites().stream().map(OrderedDerivativesOracleTest::species).toList(),
        "frac_coords",
        crystal.sites().stream()
            .map(s -> List.of(s.position().x(), s.position().y(), s.position().z()))
            .toList());
  }

  private static Object species(Site site) {
    if (site.isOrdered()) {
      return site.majorElement().symbol();
    }
    Map<String, Double> shares = new TreeMap<>();
    site.occupancies().forEach((element, share) -> shares.put(element.symbol(), share));
    return shares;
  }
}
