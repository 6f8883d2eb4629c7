package dev.athanor.matter.isomer.internal;

import dev.athanor.matter.chemistry.Element;
import java.util.Arrays;
import java.util.Optional;

/** What can stand at a place of a skeleton, with the number of electron pairs that it shares. */
public enum AtomKind {
  /** Carbon. */
  CARBON(Element.C, 0, 4),
  /** Nitrogen with a lone pair. */
  NITROGEN(Element.N, 0, 3),
  /** Oxygen. */
  OXYGEN(Element.O, 0, 2),
  /** Fluorine. */
  FLUORINE(Element.F, 0, 1),
  /** The nitrogen of a nitro group. */
  NITRO_NITROGEN(Element.N, 1, 4),
  /** The oxygen of a nitro group that is drawn with a charge. */
  NITRO_OXIDE(Element.O, -1, 1);

  private final Element element;
  private final int formalCharge;
  private final int valence;

  AtomKind(Element element, int formalCharge, int valence) {
    this.element = element;
    this.formalCharge = formalCharge;
    this.valence = valence;
  }

  /** The kind of an element with a formal charge, where there is one. */
  static Optional<AtomKind> of(Element element, int formalCharge) {
    return Arrays.stream(values())
        .filter(kind -> kind.element == element && kind.formalCharge == formalCharge)
        .findFirst();
  }

  /** What it is. */
  public Element element() {
    return element;
  }

  /** Elementary charges. */
  public int formalCharge() {
    return formalCharge;
  }

  /** Electron pairs that it shares. */
  public int valence() {
    return valence;
  }

  /** True for nitrogen and oxygen of any charge, and fluorine. */
  public boolean isHetero() {
    return this != CARBON;
  }
}
