package dev.athanor.models.plots;

/** Something drawn in a chart. A layer with a name stands in the legend. */
public sealed interface Layer {
  /** What the legend calls it; blank for nothing. */
  String name();

  /**
   * Points joined by straight lines.
   *
   * @param name for the legend
   * @param x where, in order
   * @param y where
   * @param kind how it is drawn
   */
  @SuppressWarnings("ArrayRecordComponent") // handed over once, never compared
  record Line(String name, double[] x, double[] y, Kind kind) implements Layer {
    /** How a line is drawn. */
    public enum Kind {
      /** Plain. */
      PLAIN,
      /** With a dot at each point. */
      DOTTED,
      /** Dashed and in the colour of the axes: what to compare with. */
      REFERENCE
    }

    public Line {
      sameLength(x, y);
    }
  }

  /**
   * Single points; for some hundreds at most, since each is written.
   *
   * @param name for the legend
   * @param x where
   * @param y where
   */
  @SuppressWarnings("ArrayRecordComponent") // handed over once, never compared
  record Points(String name, double[] x, double[] y) implements Layer {
    public Points {
      sameLength(x, y);
    }
  }

  /**
   * How densely points lie, in square cells: the picture stays small however many points there are.
   *
   * @param name for the legend
   * @param x where
   * @param y where
   */
  @SuppressWarnings("ArrayRecordComponent") // handed over once, never compared
  record Density(String name, double[] x, double[] y) implements Layer {
    public Density {
      sameLength(x, y);
    }
  }

  /**
   * Bars from the bottom of the chart.
   *
   * @param name for the legend
   * @param x middle of each
   * @param y height of each
   * @param width of all, in units of the axis
   */
  @SuppressWarnings("ArrayRecordComponent") // handed over once, never compared
  record Bars(String name, double[] x, double[] y, double width) implements Layer {
    public Bars {
      sameLength(x, y);
    }
  }

  private static void sameLength(double[] x, double[] y) {
    if (x.length != y.length) {
      throw new IllegalArgumentException("a layer has as many x as y");
    }
  }
}
