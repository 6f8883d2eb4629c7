package dev.athanor.matter.chemistry;

/**
 * Electrons outside the noble-gas core and filled d and f shells, as Matthias counted them: the
 * group number up to group 12, and the group number less ten beyond. Lanthanides and actinides
 * count three, their f electrons left out.
 *
 * @see <a href="https://doi.org/10.1103/PhysRev.97.74">Matthias, Phys. Rev. 97, 74 (1955)</a>
 */
public final class ValenceElectrons {
  private ValenceElectrons() {}

  /** The count of one atom. */
  public static int of(Element element) {
    if (element == Element.He) {
      return 2;
    }
    int group = element.group();
    return group <= 12 ? group : group - 10;
  }

  /** Mean over the atoms of a composition; superconducting alloys favour 4.7 and 6.5. */
  public static double perAtom(Composition composition) {
    double sum = 0;
    for (Element element : composition.elements()) {
      sum += composition.amount(element) * of(element);
    }
    return sum / composition.atomCount();
  }
}
