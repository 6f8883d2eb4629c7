package dev.athanor.agent.cli;

import dev.athanor.matter.chemistry.Element;
import dev.athanor.matter.crystal.CrystalRecord;
import dev.athanor.matter.crystal.Site;
import dev.athanor.matter.format.PlaceholderSpecies;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** What a person calls the occupants of the sites of a crystal. */
final class SiteNames {
  private SiteNames() {}

  /** One name for each site: an element, shares of several, or a placeholder as it was read. */
  static List<String> of(CrystalRecord row) {
    List<Site> sites = row.crystal().sites();
    Optional<String> placeholders = row.text(PlaceholderSpecies.MARK);
    if (placeholders.isEmpty()) {
      return sites.stream().map(SiteNames::name).toList();
    }
    // listed in the order in which sites mention them
    List<String> names = List.of(placeholders.get().split(" ", -1));
    Map<Map<Element, Double>, String> known = new HashMap<>();
    return sites.stream()
        .map(
            site ->
                known.computeIfAbsent(
                    site.occupancies(),
                    kind -> known.size() < names.size() ? names.get(known.size()) : name(site)))
        .toList();
  }

  private static String name(Site site) {
    if (site.isOrdered()) {
      return site.majorElement().symbol();
    }
    return site.occupancies().entrySet().stream()
        .map(share -> String.format(Locale.ROOT, "%s %.3g", share.getKey(), share.getValue()))
        .collect(Collectors.joining(" "));
  }
}
