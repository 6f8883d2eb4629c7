package dev.athanor.tools.synthesis;

import dev.athanor.matter.chemistry.Composition;
import dev.athanor.matter.chemistry.Element;
import dev.athanor.tools.ToolErrors;
import dev.athanor.tools.ToolException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Which precursors supply the elements of a compound.
 *
 * <p>Elements are taken as such wherever they may be; an oxide is made of oxides and carbonates and
 * takes or gives its oxygen through the gas; anions that are no solids of their own (halogens,
 * oxygen beside another anion) come in as binary salts of the most electropositive metals; nitrogen
 * and hydrogen come from the gas and are not weighed.
 */
final class PrecursorRules {
  private static final Map<Element, List<String>> OXIDES = ElementTable.load("oxides.tsv", 1);
  private static final Set<Element> GASES = EnumSet.of(Element.N, Element.H);
  private static final Set<Element> SALT_ANIONS =
      EnumSet.of(Element.F, Element.Cl, Element.Br, Element.I);
  private static final Comparator<Element> ELECTROPOSITIVE_FIRST =
      Comparator.<Element>comparingDouble(e -> e.electronegativity().orElse(9))
          .thenComparing(Comparator.naturalOrder());
  private static final double NOTHING = 1e-9;

  private PrecursorRules() {}

  /**
   * The precursors of one formula unit.
   *
   * @throws ToolException {@code UNSUPPORTED} where the rules know no way to supply an element
   */
  static List<PrecursorShare> choose(Composition target, CompoundClass kind) {
    return kind == CompoundClass.OXIDE ? oxides(target) : new Supply(target).choose();
  }

  private static List<PrecursorShare> oxides(Composition target) {
    List<PrecursorShare> shares = new ArrayList<>();
    for (Map.Entry<Element, Double> entry : target.amounts().entrySet()) {
      Element element = entry.getKey();
      if (element == Element.O) {
        continue;
      }
      List<String> row = OXIDES.get(element);
      if (row == null) {
        shares.add(
            new PrecursorShare(
                Precursor.element(element, "its oxide decomposes on heating"), entry.getValue()));
        continue;
      }
      Precursor precursor =
          Precursor.compound(row.get(0), "stable on the shelf; oxygen is balanced by the gas");
      shares.add(
          new PrecursorShare(
              precursor, entry.getValue() / precursor.composition().amount(element)));
    }
    return shares;
  }

  /** What is still to be supplied, while precursors are being chosen. */
  private static final class Supply {
    private final EnumMap<Element, Double> open;
    private final List<PrecursorShare> shares = new ArrayList<>();

    Supply(Composition target) {
      open = new EnumMap<>(target.amounts());
    }

    List<PrecursorShare> choose() {
      for (Element anion : SALT_ANIONS) {
        if (open.containsKey(anion)) {
          supplyBySalts(anion, 1);
        }
      }
      if (open.containsKey(Element.O)) {
        supplyBySalts(Element.O, 2);
      }
      open.forEach(
          (element, amount) -> {
            if (amount > NOTHING && !GASES.contains(element)) {
              shares.add(
                  new PrecursorShare(
                      Precursor.element(element, "no by-product, nothing foreign is brought in"),
                      amount));
            }
          });
      return shares;
    }

    private void supplyBySalts(Element anion, int charge) {
      double needed = open.getOrDefault(anion, 0.0);
      for (Element metal :
          open.keySet().stream().filter(Element::isMetal).sorted(ELECTROPOSITIVE_FIRST).toList()) {
        if (needed < NOTHING) {
          break;
        }
        int state = metal.commonOxidationStates().stream().filter(s -> s > 0).findFirst().orElse(0);
        double available = open.getOrDefault(metal, 0.0);
        if (state == 0 || available < NOTHING) {
          continue;
        }
        Composition salt = salt(metal, state, anion, charge);
        double moles = Math.min(needed / salt.amount(anion), available / salt.amount(metal));
        shares.add(
            new PrecursorShare(
                Precursor.compound(
                    salt.formula(), anion.elementName() + " comes in as a salt, weighable and dry"),
                moles));
        needed -= moles * salt.amount(anion);
        open.put(metal, available - moles * salt.amount(metal));
      }
      if (needed > NOTHING) {
        throw new ToolException(
            ToolErrors.UNSUPPORTED,
            "the rules know no solid that supplies all of the "
                + anion.elementName().toLowerCase(java.util.Locale.ROOT),
            "let a chemist choose the precursors of this compound");
      }
      open.remove(anion);
    }

    private static Composition salt(Element metal, int state, Element anion, int charge) {
      EnumMap<Element, Double> amounts = new EnumMap<>(Element.class);
      amounts.put(metal, (double) charge);
      amounts.put(anion, (double) state);
      return new Composition(amounts).reduced();
    }
  }
}
