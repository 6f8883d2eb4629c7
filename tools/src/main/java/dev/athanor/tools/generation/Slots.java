package dev.athanor.tools.generation;

import dev.athanor.matter.chemistry.Element;
import dev.athanor.matter.crystal.Crystal;
import dev.athanor.matter.crystal.Site;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A division of a template's sites into groups that each take one element.
 *
 * @param elements what each group holds in the template
 * @param slotOfSite the group of every site
 * @param split whether sites of one element were divided: an ordered derivative of the type
 */
@SuppressWarnings("ArrayRecordComponent") // never compared, never handed out of the package
record Slots(List<Element> elements, int[] slotOfSite, boolean split) {
  Slots {
    elements = List.copyOf(elements);
  }

  /**
   * One group for each element, and further divisions in which one element's sites are told apart
   * by their surroundings.
   */
  static List<Slots> of(Crystal crystal) {
    List<Slots> all = new ArrayList<>();
    int[] byElement = new int[crystal.sites().size()];
    List<Element> elements = new ArrayList<>();
    for (int i = 0; i < byElement.length; i++) {
      Element element = crystal.sites().get(i).majorElement();
      if (!elements.contains(element)) {
        elements.add(element);
      }
      byElement[i] = elements.indexOf(element);
    }
    all.add(new Slots(elements, byElement, false));
    int[] classes = SiteClasses.of(crystal);
    for (int slot = 0; slot < elements.size(); slot++) {
      all.addAll(divided(crystal, elements, byElement, classes, slot));
    }
    return all;
  }

  /** The crystal with other elements in the groups; its cell is that of the template. */
  Crystal decorated(Crystal crystal, List<Element> chosen) {
    List<Site> sites = new ArrayList<>();
    for (int i = 0; i < slotOfSite.length; i++) {
      sites.add(Site.of(chosen.get(slotOfSite[i]), crystal.sites().get(i).position()));
    }
    return new Crystal(crystal.lattice(), sites);
  }

  private static List<Slots> divided(
      Crystal crystal, List<Element> elements, int[] byElement, int[] classes, int slot) {
    Map<Integer, Integer> sizes = new LinkedHashMap<>();
    for (int i = 0; i < byElement.length; i++) {
      if (byElement[i] == slot) {
        sizes.merge(classes[i], 1, Integer::sum);
      }
    }
    List<Slots> result = new ArrayList<>();
    if (sizes.size() < 2) {
      return result;
    }
    List<Element> more = new ArrayList<>(elements);
    more.add(elements.get(slot));
    for (int one : sizes.size() == 2 ? List.of(sizes.keySet().iterator().next()) : sizes.keySet()) {
      int[] slots = Arrays.copyOf(byElement, crystal.sites().size());
      for (int i = 0; i < slots.length; i++) {
        if (byElement[i] == slot && classes[i] == one) {
          slots[i] = elements.size();
        }
      }
      result.add(new Slots(more, slots, true));
    }
    return result;
  }
}
