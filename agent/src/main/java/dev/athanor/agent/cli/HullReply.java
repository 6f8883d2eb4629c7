package dev.athanor.agent.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.athanor.matter.thermodynamics.Decomposition;
import dev.athanor.matter.thermodynamics.PhaseEntry;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.stream.Collectors;

/**
 * Where a phase lies above the hull; energies in eV/atom.
 *
 * @param entry the phase
 * @param aboveHull its energy above the hull; below 0 only where it is no member of it
 * @param decomposition the mixture of the hull at its composition
 * @param decompositionEnergy its energy above the hull of all other compositions, if asked for
 */
record HullReply(
    PhaseEntry entry,
    double aboveHull,
    Decomposition decomposition,
    OptionalDouble decompositionEnergy)
    implements Reply {
  private static final int DECIMALS = 12;

  /** The line above a table of replies. */
  static String header(Terminal terminal, boolean withDecompositionEnergy) {
    return terminal.paint(
        Paint.FAINT,
        String.format(
            "%10s %10s%s  %-20s %s%n%10s %10s%s  %-20s %s",
            "formation",
            "above hull",
            withDecompositionEnergy ? String.format(" %13s", "decomposition") : "",
            "formula",
            "on the hull here",
            "eV/atom",
            "eV/atom",
            withDecompositionEnergy ? String.format(" %13s", "eV/atom") : "",
            "",
            "share of the atoms"));
  }

  @Override
  public void fill(ObjectNode node) {
    node.put("formula", entry.composition().reducedFormula());
    node.put("formation_energy_per_atom", entry.formationEnergyPerAtom());
    JsonNumbers.put(node, "e_above_hull", aboveHull, DECIMALS);
    ObjectNode shares = node.putObject("decomposition");
    decomposition
        .shares()
        .forEach(
            share ->
                JsonNumbers.put(
                    shares,
                    share.entry().composition().reducedFormula(),
                    share.fraction(),
                    DECIMALS));
    decompositionEnergy.ifPresent(
        value -> JsonNumbers.put(node, "decomposition_energy", value, DECIMALS));
  }

  @Override
  public String toText(Terminal terminal) {
    String formula = entry.composition().reducedFormula();
    return String.format(
        Locale.ROOT,
        "%10.4f %s%s  %-20s %s%n",
        entry.formationEnergyPerAtom(),
        terminal.paint(
            aboveHull < 5e-5 ? Paint.GREEN : Paint.YELLOW,
            String.format(Locale.ROOT, "%10.4f", aboveHull == 0 ? 0 : aboveHull)),
        decompositionEnergy.isPresent()
            ? String.format(Locale.ROOT, " %13.4f", decompositionEnergy.getAsDouble())
            : "",
        formula + (entry.id().equals(formula) ? "" : " " + Terminal.safe(entry.id())),
        mixture(decomposition.shares()));
  }

  private static String mixture(List<Decomposition.Share> shares) {
    return shares.stream()
        .map(
            share ->
                share.entry().composition().reducedFormula()
                    + (shares.size() == 1
                        ? ""
                        : String.format(Locale.ROOT, " %.3f", share.fraction())))
        .collect(Collectors.joining(" + "));
  }
}
