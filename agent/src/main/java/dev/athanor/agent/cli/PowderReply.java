package dev.athanor.agent.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.athanor.matter.crystal.CrystalRecord;
import dev.athanor.matter.diffraction.PlaneFamily;
import dev.athanor.matter.diffraction.PowderPattern;
import dev.athanor.matter.diffraction.Reflection;
import java.util.Locale;

/**
 * A powder pattern of a crystal.
 *
 * @param row the crystal
 * @param pattern its lines
 */
record PowderReply(CrystalRecord row, PowderPattern pattern) implements Reply {
  private static final int BAR = 24;

  @Override
  public void fill(ObjectNode node) {
    node.put("formula", row.crystal().composition().reducedFormula());
    node.put("radiation", RadiationWord.of(pattern.radiation()));
    node.put("wavelength_angstrom", pattern.radiation().wavelength());
    ArrayNode angles = node.putArray("two_theta");
    ArrayNode intensities = node.putArray("intensity");
    ArrayNode spacings = node.putArray("d_spacing");
    ArrayNode families = node.putArray("hkl");
    for (Reflection line : pattern.reflections()) {
      JsonNumbers.add(angles, line.twoTheta(), 6);
      JsonNumbers.add(intensities, line.intensity(), 6);
      JsonNumbers.add(spacings, line.spacing(), 6);
      ArrayNode planes = families.addArray();
      for (PlaneFamily family : line.families()) {
        ObjectNode one = planes.addObject();
        one.putArray("hkl").add(family.h()).add(family.k()).add(family.l());
        one.put("multiplicity", family.multiplicity());
      }
    }
  }

  @Override
  public String toText(Terminal terminal) {
    StringBuilder text = new StringBuilder();
    text.append(Titles.of(terminal, row)).append('\n');
    text.append(
        terminal.paint(
            Paint.FAINT,
            String.format(
                Locale.ROOT,
                "  %s, %.5f Å%n%9s %9s %7s  %-18s",
                pattern.radiation().name(),
                pattern.radiation().wavelength(),
                "2θ/°",
                "d/Å",
                "I/%",
                "h k l (planes)")));
    text.append('\n');
    for (Reflection line : pattern.reflections()) {
      text.append(
          String.format(
              Locale.ROOT,
              "%9.3f %9.4f %7.2f  %-18s%s%n",
              line.twoTheta(),
              line.spacing(),
              line.intensity(),
              line.h() + " " + line.k() + " " + line.l() + " (" + line.multiplicity() + ")",
              terminal.paint(
                  Paint.CYAN, "━".repeat((int) Math.round(line.intensity() / 100 * BAR)))));
    }
    if (pattern.reflections().isEmpty()) {
      text.append("  no line in this range of angles\n");
    }
    return text.append('\n').toString();
  }
}
