package dev.athanor.models.elements.network;

/**
 * What the energy network says of one crystal.
 *
 * @param energy formation energy, eV/atom
 * @param gap band gap, eV
 * @param scale typical error of the energy as the network sees it, eV/atom, not calibrated
 * @param features mean of the node states
 */
@SuppressWarnings("ArrayRecordComponent") // handed over once, never compared
public record EnergyOutput(double energy, double gap, double scale, float[] features) {}
