package dev.athanor.matter.spectroscopy;

/**
 * One point of a curve, or one line of a stick spectrum.
 *
 * @param position place on the axis, in its unit
 * @param intensity height of the curve, or strength of the line, in the spectrum's unit
 */
public record SpectrumPoint(double position, double intensity) {}
