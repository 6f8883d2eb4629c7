package dev.athanor.matter.spectroscopy.internal;

import dev.athanor.matter.MatterErrors;
import dev.athanor.matter.MatterException;
import java.util.Locale;
import java.util.OptionalDouble;

/**
 * The numbers of a block with its factors applied and its own statements about them checked: how
 * many, from where to where, at which step.
 */
public final class JcampTable {
  /** Steps by which a printed abscissa may miss its place; half a step would be another point. */
  private static final double SHIFT = 0.5;

  /** Share by which {@code DELTAX} may miss the step: it is often printed with few digits. */
  private static final double STEP_TOLERANCE = 0.05;

  private final double[] abscissas;
  private final double[] ordinates;
  private final boolean curve;

  private JcampTable(double[] abscissas, double[] ordinates, boolean curve) {
    this.abscissas = abscissas;
    this.ordinates = ordinates;
    this.curve = curve;
  }

  /** Points in all. */
  public int size() {
    return abscissas.length;
  }

  /** Abscissa of a point in the unit of the file, in its order. */
  public double abscissa(int point) {
    return abscissas[point];
  }

  /** Ordinate of a point in the unit of the file; NaN where none was measured. */
  public double ordinate(int point) {
    return ordinates[point];
  }

  /** True where the points sample a curve. */
  public boolean isCurve() {
    return curve;
  }

  /**
   * Reads the table of a block.
   *
   * @param text the file
   * @param limit most points to accept
   * @throws MatterException {@code MALFORMED} with the line where the table is wrong or contradicts
   *     its block; {@code TOO_LARGE} beyond the limit; {@code UNKNOWN_FORMAT} for a form of table
   *     that is not read
   */
  public static JcampTable read(String text, JcampBlock block, JcampRecord table, int limit) {
    int end = table.start();
    while (end < table.end() && text.charAt(end) != '\n' && text.charAt(end) != '\r') {
      end++;
    }
    String form =
        text.substring(table.start(), Math.min(end, table.start() + 200))
            .replaceFirst("\\$\\$.*", "")
            .replaceAll("\\s+", "")
            .toUpperCase(Locale.ROOT);
    return switch (form) {
      case "(X++(Y..Y))" -> ordinates(text, block, table, end, limit);
      case "(XY..XY)", "(XYXY)", "(XY)" -> pairs(text, block, table, end, 2, limit);
      case "(XYW..XYW)", "(XYM..XYM)" -> pairs(text, block, table, end, 3, limit);
      default ->
          throw new MatterException(
              MatterErrors.UNKNOWN_FORMAT,
              "a table of the form '" + form.substring(0, Math.min(40, form.length())) + "'",
              table.line());
    };
  }

  private static JcampTable ordinates(
      String text, JcampBlock block, JcampRecord table, int start, int limit) {
    double yFactor = factor(block, "YFACTOR");
    Grid grid = Grid.of(block);
    OrdinateDecoder.AbscissaCheck check = grid::check;
    double[] ordinates =
        OrdinateDecoder.decode(text, start, table.end(), table.line(), limit, check);
    checkCount(block, table, ordinates.length);
    double[] abscissas = grid.abscissas(ordinates.length, block, table);
    for (int i = 0; i < ordinates.length; i++) {
      ordinates[i] *= yFactor;
    }
    return new JcampTable(abscissas, ordinates, true);
  }

  private static JcampTable pairs(
      String text, JcampBlock block, JcampRecord table, int start, int width, int limit) {
    double xFactor = factor(block, "XFACTOR");
    double yFactor = factor(block, "YFACTOR");
    double[] numbers = PairDecoder.decode(text, start, table.end(), table.line(), width, limit);
    int count = numbers.length / 2;
    checkCount(block, table, count);
    double[] abscissas = new double[count];
    double[] ordinates = new double[count];
    for (int i = 0; i < count; i++) {
      abscissas[i] = numbers[2 * i] * xFactor;
      ordinates[i] = numbers[2 * i + 1] * yFactor;
    }
    return new JcampTable(abscissas, ordinates, !table.label().equals("PEAKTABLE"));
  }

  private static void checkCount(JcampBlock block, JcampRecord table, int count) {
    if (count == 0) {
      throw new MatterException(MatterErrors.MALFORMED, "the table is empty", table.line());
    }
    OptionalDouble announced = block.number("NPOINTS");
    if (announced.isPresent() && announced.getAsDouble() != count) {
      throw new MatterException(
          MatterErrors.MALFORMED,
          String.format(
              Locale.ROOT,
              "NPOINTS announces %.0f points, the table has %d",
              announced.getAsDouble(),
              count),
          block.record("NPOINTS").orElse(table).line());
    }
  }

  private static double factor(JcampBlock block, String label) {
    double factor = block.number(label).orElse(1);
    if (factor == 0) {
      throw new MatterException(
          MatterErrors.MALFORMED, label + " is 0", block.record(label).orElseThrow().line());
    }
    return factor;
  }

  /** Where ordinates at equal steps lie. */
  private static final class Grid {
    private final double factor;
    private final OptionalDouble announcedFirst;
    private final OptionalDouble last;
    private final OptionalDouble printed;
    private final OptionalDouble step;
    private final OptionalDouble points;
    private double firstInTable = Double.NaN;
    private double secondInTable = Double.NaN;

    private Grid(JcampBlock block) {
      factor = factor(block, "XFACTOR");
      announcedFirst = block.number("FIRSTX");
      last = block.number("LASTX");
      points = block.number("NPOINTS");
      printed = block.number("DELTAX");
      step = step(block);
    }

    static Grid of(JcampBlock block) {
      return new Grid(block);
    }

    /** From first, last and count where they are there, since {@code DELTAX} is rounded. */
    private OptionalDouble step(JcampBlock block) {
      if (announcedFirst.isPresent() && last.isPresent() && points.orElse(0) > 1) {
        double exact =
            (last.getAsDouble() - announcedFirst.getAsDouble()) / (points.getAsDouble() - 1);
        requireAgreement(exact, block);
        return OptionalDouble.of(exact);
      }
      if (printed.isPresent() && announcedFirst.isPresent() && last.isPresent()) {
        // its sign is often forgotten
        double direction = last.getAsDouble() - announcedFirst.getAsDouble();
        return OptionalDouble.of(Math.copySign(printed.getAsDouble(), direction));
      }
      return printed;
    }

    private void requireAgreement(double exact, JcampBlock block) {
      double stated = printed.orElse(exact);
      if (!(Math.abs(Math.abs(exact) - Math.abs(stated)) <= STEP_TOLERANCE * Math.abs(exact))) {
        throw new MatterException(
            MatterErrors.MALFORMED,
            "DELTAX is " + stated + ", but first, last and number of points make " + exact,
            block.record("DELTAX").map(JcampRecord::line).orElse(block.line()));
      }
    }

    void check(double written, int before, boolean repeats, int line) {
      double abscissa = written * factor;
      if (Double.isNaN(firstInTable)) {
        firstInTable = abscissa;
      } else if (Double.isNaN(secondInTable)) {
        secondInTable = abscissa;
      }
      if (step.isEmpty()) {
        return;
      }
      double first = announcedFirst.orElse(firstInTable);
      double expected = first + before * step.getAsDouble();
      double tolerance =
          SHIFT * Math.abs(step.getAsDouble()) + halfLastDigit(written) * Math.abs(factor);
      double miss = Math.abs(abscissa - expected);
      if (repeats) {
        miss = Math.min(miss, Math.abs(abscissa - expected + step.getAsDouble()));
      }
      if (!(miss <= tolerance)) {
        throw new MatterException(
            MatterErrors.MALFORMED,
            String.format(
                Locale.ROOT,
                "the check of abscissas fails: point %d should lie at %s, the line says %s",
                before + 1,
                (float) expected,
                (float) abscissa),
            line);
      }
    }

    /** Half a unit of the last digit that an abscissa was printed with. */
    private static double halfLastDigit(double written) {
      double unit = 1;
      while (unit > 1e-9 && Math.abs(written / unit - Math.rint(written / unit)) > 1e-6) {
        unit /= 10;
      }
      return unit / 2;
    }

    double[] abscissas(int count, JcampBlock block, JcampRecord table) {
      double first = announcedFirst.orElse(firstInTable);
      double stride = count == 1 ? 0 : stride(first, count, block, table);
      if (count > 1 && stride == 0) {
        throw new MatterException(
            MatterErrors.MALFORMED, "all points lie at one abscissa", table.line());
      }
      if (Math.abs(firstInTable - first) > Math.abs(stride) * SHIFT + halfLastDigit(firstInTable)) {
        block.remark("FIRSTX is " + first + ", the table starts at " + firstInTable);
      }
      double[] abscissas = new double[count];
      for (int i = 0; i < count; i++) {
        abscissas[i] = first + i * stride;
      }
      return abscissas;
    }

    private double stride(double first, int count, JcampBlock block, JcampRecord table) {
      if (last.isPresent()) {
        double exact = (last.getAsDouble() - first) / (count - 1);
        requireAgreement(exact, block);
        return exact;
      }
      if (step.isEmpty()) {
        throw new MatterException(
            MatterErrors.MALFORMED, "neither LASTX nor DELTAX tells the step", table.line());
      }
      return step.getAsDouble();
    }
  }
}
