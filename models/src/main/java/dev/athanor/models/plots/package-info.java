/**
 * Small charts as SVG: axes, lines, points, cells and bars, readable on light and on dark pages.
 * What a chart is about is decided where the numbers are made. Nothing here reads or writes files.
 */
@NullMarked
package dev.athanor.models.plots;

import org.jspecify.annotations.NullMarked;
