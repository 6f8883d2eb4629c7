package dev.athanor.matter.molecule;

import com.actelion.research.chem.StereoMolecule;
import com.actelion.research.chem.coords.CoordinateInventor;
import dev.athanor.matter.MatterErrors;
import dev.athanor.matter.MatterException;
import dev.athanor.matter.chemistry.Element;
import java.util.Locale;

/**
 * A constitution as a small SVG, drawn as chemists draw: carbon as corners, other atoms by symbol
 * with their hydrogens and charge.
 *
 * <p>Colours come from the CSS variables {@code --molecule-ink}, {@code --molecule-nitrogen},
 * {@code --molecule-oxygen}, {@code --molecule-halogen} and {@code --molecule-paper} of the page;
 * alone, the picture follows the light or dark setting of the viewer. The same graph gives the same
 * picture.
 */
public final class MoleculeDrawing {
  /** Largest molecule, heavy atoms. */
  public static final int MAX_HEAVY_ATOMS = 200;

  private static final long SEED = 1;
  private static final double SCALE = 32;
  private static final double MARGIN = 26;
  private static final double LEAST_WIDTH = 150;
  private static final double LEAST_HEIGHT = 110;
  private static final double LINE_GAP = 4.4;
  private static final double SHORTER = 0.12;
  private static final double LABEL_ROOM = 9.5;
  private static final double HALF_LETTER = 5.2;
  private static final double LETTER_HEIGHT = 13;

  private final StringBuilder svg = new StringBuilder(2048);
  private final StereoMolecule molecule;
  private final double[] x;
  private final double[] y;

  private MoleculeDrawing(StereoMolecule molecule) {
    this.molecule = molecule;
    this.x = new double[molecule.getAllAtoms()];
    this.y = new double[molecule.getAllAtoms()];
  }

  /**
   * The picture; {@code title} is text, not markup.
   *
   * @throws MatterException {@code TOO_LARGE}
   */
  public static String svg(MolecularGraph graph, String title) {
    if (graph.heavyAtomCount() > MAX_HEAVY_ATOMS) {
      throw new MatterException(
          MatterErrors.TOO_LARGE,
          "drawings have at most " + MAX_HEAVY_ATOMS + " atoms other than hydrogen");
    }
    StereoMolecule molecule = OpenChemLib.encode(graph).molecule();
    molecule.removeExplicitHydrogens(false);
    CoordinateInventor inventor = new CoordinateInventor();
    inventor.setRandomSeed(SEED);
    inventor.invent(molecule);
    molecule.ensureHelperArrays(com.actelion.research.chem.Molecule.cHelperRings);
    return new MoleculeDrawing(molecule).draw(title);
  }

  private String draw(String title) {
    double unit = SCALE / averageBondLength();
    double left = Double.POSITIVE_INFINITY;
    double top = Double.POSITIVE_INFINITY;
    double right = Double.NEGATIVE_INFINITY;
    double bottom = Double.NEGATIVE_INFINITY;
    for (int atom = 0; atom < x.length; atom++) {
      x[atom] = molecule.getAtomX(atom) * unit;
      y[atom] = molecule.getAtomY(atom) * unit;
      left = Math.min(left, x[atom]);
      right = Math.max(right, x[atom]);
      top = Math.min(top, y[atom]);
      bottom = Math.max(bottom, y[atom]);
    }
    double width = Math.max(LEAST_WIDTH, right - left + 2 * MARGIN);
    double height = Math.max(LEAST_HEIGHT, bottom - top + 2 * MARGIN);
    for (int atom = 0; atom < x.length; atom++) {
      x[atom] += (width - left - right) / 2;
      y[atom] += (height - top - bottom) / 2;
    }
    head(width, height, title);
    for (int bond = 0; bond < molecule.getAllBonds(); bond++) {
      bond(bond);
    }
    svg.append("</g>\n");
    for (int atom = 0; atom < x.length; atom++) {
      if (isLabelled(atom)) {
        label(atom);
      }
    }
    return svg.append("</svg>\n").toString();
  }

  private double averageBondLength() {
    double sum = 0;
    for (int bond = 0; bond < molecule.getAllBonds(); bond++) {
      int a = molecule.getBondAtom(0, bond);
      int b = molecule.getBondAtom(1, bond);
      sum +=
          Math.hypot(
              molecule.getAtomX(a) - molecule.getAtomX(b),
              molecule.getAtomY(a) - molecule.getAtomY(b));
    }
    return sum > 0 ? sum / molecule.getAllBonds() : 1;
  }

  private void head(double width, double height, String title) {
    svg.append(
        String.format(
            Locale.ROOT,
            "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %.0f %.0f\" role=\"img\""
                + " class=\"molecule\" font-family=\"system-ui, sans-serif\" font-size=\"14\">"
                + "<title>%s</title><style>.molecule{--ink:var(--molecule-ink,#24292f);"
                + "--nitrogen:var(--molecule-nitrogen,#2f5fd0);"
                + "--oxygen:var(--molecule-oxygen,#c02626);"
                + "--halogen:var(--molecule-halogen,#1f7a34);"
                + "--paper:var(--molecule-paper,#fff)}"
                + "@media (prefers-color-scheme:dark){.molecule{--ink:var(--molecule-ink,#e6edf3);"
                + "--nitrogen:var(--molecule-nitrogen,#8ab0ff);"
                + "--oxygen:var(--molecule-oxygen,#ff8f85);"
                + "--halogen:var(--molecule-halogen,#7ee08f);"
                + "--paper:var(--molecule-paper,#0d1117)}}</style>%n"
                + "<g stroke=\"var(--ink)\" stroke-width=\"1.6\" stroke-linecap=\"round\">%n",
            width,
            height,
            escape(title)));
  }

  private void bond(int bond) {
    int a = molecule.getBondAtom(0, bond);
    int b = molecule.getBondAtom(1, bond);
    double length = Math.max(1e-6, Math.hypot(x[b] - x[a], y[b] - y[a]));
    double alongX = (x[b] - x[a]) / length;
    double alongY = (y[b] - y[a]) / length;
    double fromA = isLabelled(a) ? LABEL_ROOM : 0;
    double fromB = isLabelled(b) ? LABEL_ROOM : 0;
    double[] line = {
      x[a] + fromA * alongX, y[a] + fromA * alongY, x[b] - fromB * alongX, y[b] - fromB * alongY
    };
    int order = molecule.getBondOrder(bond);
    if (order == 2 && !isLabelledEnd(a) && !isLabelledEnd(b)) {
      line(line, 0, 0, 0);
      double side = side(a, b, -alongY, alongX) * LINE_GAP;
      line(line, -alongY * side, alongX * side, SHORTER);
      return;
    }
    double shift = order == 2 ? LINE_GAP / 2 : LINE_GAP * 0.85;
    if (order != 2) {
      line(line, 0, 0, 0);
    }
    if (order > 1) {
      line(line, -alongY * shift, alongX * shift, 0);
      line(line, alongY * shift, -alongX * shift, 0);
    }
  }

  /** A labelled atom at the end of a chain, whose double bond is drawn evenly. */
  private boolean isLabelledEnd(int atom) {
    return isLabelled(atom) && molecule.getConnAtoms(atom) == 1;
  }

  /** On which side of a bond more neighbours lie: there goes the second line. */
  private int side(int a, int b, double normalX, double normalY) {
    double sum = 0;
    for (int end : new int[] {a, b}) {
      for (int i = 0; i < molecule.getConnAtoms(end); i++) {
        int other = molecule.getConnAtom(end, i);
        if (other != a && other != b) {
          double weight = molecule.isRingAtom(other) ? 2 : 1;
          sum +=
              weight * Math.signum((x[other] - x[end]) * normalX + (y[other] - y[end]) * normalY);
        }
      }
    }
    return sum < 0 ? -1 : 1;
  }

  private void line(double[] line, double shiftX, double shiftY, double shorter) {
    double dx = (line[2] - line[0]) * shorter;
    double dy = (line[3] - line[1]) * shorter;
    svg.append(
        String.format(
            Locale.ROOT,
            "<path d=\"M%.1f %.1fL%.1f %.1f\"/>%n",
            line[0] + dx + shiftX,
            line[1] + dy + shiftY,
            line[2] - dx + shiftX,
            line[3] - dy + shiftY));
  }

  private boolean isLabelled(int atom) {
    return molecule.getAtomicNo(atom) != 6
        || molecule.getAtomCharge(atom) != 0
        || molecule.getConnAtoms(atom) == 0;
  }

  private void label(int atom) {
    String symbol = Element.ofAtomicNumber(molecule.getAtomicNo(atom)).symbol();
    int hydrogens = molecule.getImplicitHydrogens(atom);
    int side = hydrogens > 0 ? hydrogenSide(atom) : 0;
    svg.append(
        String.format(
            Locale.ROOT,
            "<circle cx=\"%.1f\" cy=\"%.1f\" r=\"8\" fill=\"var(--paper)\"/>%n",
            x[atom],
            y[atom]));
    text(atom, 0, 0, "middle", symbol);
    double half = symbol.length() * HALF_LETTER;
    if (hydrogens > 0) {
      String count =
          hydrogens == 1 ? "" : "<tspan dy=\"4\" font-size=\"10\">" + hydrogens + "</tspan>";
      if (side == 0) {
        text(
            atom,
            0,
            isAboveNeighbours(atom) ? -LETTER_HEIGHT : LETTER_HEIGHT,
            "middle",
            "H" + count);
      } else {
        text(atom, side * half, 0, side > 0 ? "start" : "end", "H" + count);
      }
    }
    int charge = molecule.getAtomCharge(atom);
    if (charge != 0) {
      // away from the neighbours of a lone end, behind the hydrogens of others
      boolean left = hydrogens == 0 && hydrogenSide(atom) < 0;
      double room = half + (side > 0 ? 2 * HALF_LETTER + (hydrogens > 1 ? HALF_LETTER : 0) : 0);
      String size = Math.abs(charge) > 1 ? String.valueOf(Math.abs(charge)) : "";
      text(
          atom,
          left ? -half : room,
          -5,
          left ? "end" : "start",
          "<tspan font-size=\"11\">" + size + (charge > 0 ? "+" : "\u2212") + "</tspan>");
    }
  }

  private void text(int atom, double shiftX, double shiftY, String anchor, String markup) {
    svg.append(
        String.format(
            Locale.ROOT,
            "<text x=\"%.1f\" y=\"%.1f\" text-anchor=\"%s\" fill=\"var(--%s)\">%s</text>%n",
            x[atom] + shiftX,
            y[atom] + shiftY + 5,
            anchor,
            colour(molecule.getAtomicNo(atom)),
            markup));
  }

  /** Where hydrogens stand: 1 right, -1 left of the symbol, 0 above or below it. */
  private int hydrogenSide(int atom) {
    double left = 0;
    double right = 0;
    for (int i = 0; i < molecule.getConnAtoms(atom); i++) {
      double away = (x[molecule.getConnAtom(atom, i)] - x[atom]) / SCALE;
      left = Math.min(left, away);
      right = Math.max(right, away);
    }
    if (left > -0.3) {
      return right > 0.3 ? -1 : 1;
    }
    return right < 0.3 ? 1 : 0;
  }

  private boolean isAboveNeighbours(int atom) {
    double sum = 0;
    for (int i = 0; i < molecule.getConnAtoms(atom); i++) {
      sum += y[molecule.getConnAtom(atom, i)] - y[atom];
    }
    return sum > 0;
  }

  private static String colour(int atomicNumber) {
    return switch (atomicNumber) {
      case 7 -> "nitrogen";
      case 8 -> "oxygen";
      case 9, 17, 35, 53 -> "halogen";
      default -> "ink";
    };
  }

  private static String escape(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }
}
