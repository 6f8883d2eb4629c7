package dev.athanor.models.plots;

import java.util.List;

/**
 * A picture of numbers.
 *
 * @param title one line above it
 * @param x the axis from left to right
 * @param y the axis from bottom to top
 * @param layers what is drawn, the first below the others
 */
public record Chart(String title, Axis x, Axis y, List<Layer> layers) {
  public Chart {
    layers = List.copyOf(layers);
  }

  /** The picture as one SVG element, a document of its own. */
  public String svg() {
    return new ChartSvg(this).draw();
  }
}
