package dev.athanor.tools.synthesis;

import java.util.List;

/**
 * How the compound is made.
 *
 * @param method the route
 * @param container what holds it
 * @param atmosphere what surrounds it
 * @param reasons why this route, in words
 * @param alternatives other routes worth a thought
 * @param estimatedLiquidusC where it is completely molten, by rule of thumb, degrees Celsius
 * @param estimatedSolidusC where it starts to melt, by rule of thumb, degrees Celsius
 * @param meltingUncertaintyC standard deviation of the two, degrees
 */
public record SynthesisRoute(
    Method method,
    String container,
    String atmosphere,
    List<String> reasons,
    List<String> alternatives,
    double estimatedLiquidusC,
    double estimatedSolidusC,
    double meltingUncertaintyC) {
  /** The routes that the rules know. */
  public enum Method {
    /** Melting on a water-cooled copper hearth under argon. */
    ARC_MELTING,
    /** Solid-state reaction or melt in a closed tube. */
    SEALED_TUBE,
    /** Pressed powders, arc-melted or sintered far above 1200 C. */
    HIGH_TEMPERATURE_SINTERING,
    /** Oxides and carbonates, ground and fired in air or oxygen. */
    SOLID_STATE_FIRING,
    /** Metals in flowing nitrogen or ammonia. */
    NITRIDATION,
    /** A metal or alloy in hydrogen under pressure. */
    HYDROGENATION
  }

  public SynthesisRoute {
    reasons = List.copyOf(reasons);
    alternatives = List.copyOf(alternatives);
  }
}
