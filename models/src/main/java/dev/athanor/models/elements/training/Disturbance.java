package dev.athanor.models.elements.training;

import dev.athanor.matter.crystal.Crystal;
import dev.athanor.models.elements.network.NoiseLevel;
import java.util.Optional;
import java.util.Random;

/**
 * How far from rest the crystals are that the equivariant network learns from.
 *
 * <p>Rattle {@code 0.3 u^1.5} angstrom a component and strain {@code 0.09 v^1.5}, {@code u} and
 * {@code v} uniform: small ones are common, since a relaxation spends most of its steps there.
 * Three crystals in ten are not rattled, one in ten is not strained, one in twenty neither. Half of
 * the variance of a strain on average is common to the three axes. Three quarters of the time the
 * network is told the level, with a normal error of 20 %, since it will be told its own estimates.
 *
 * @param perturbation the crystal and its way back
 * @param level how far it is from rest
 * @param message what the network is told
 */
record Disturbance(Perturbation perturbation, NoiseLevel level, Optional<NoiseLevel> message) {
  private static final double MAX_RATTLE = 0.3;
  private static final double MAX_STRAIN = 0.09;
  private static final double POWER = 1.5;
  private static final double TOLD = 0.75;
  private static final double REST = 0.05;
  private static final double NOT_STRAINED = 0.1;
  private static final double NOT_RATTLED = 0.3;
  private static final double DOUBT = 0.2;

  static Disturbance draw(Crystal crystal, Random random) {
    double kind = random.nextDouble();
    double u = random.nextDouble();
    double v = random.nextDouble();
    boolean neither = kind < REST;
    double rattle = neither || kind > 1 - NOT_RATTLED ? 0 : MAX_RATTLE * Math.pow(u, POWER);
    double strain = neither || kind < REST + NOT_STRAINED ? 0 : MAX_STRAIN * Math.pow(v, POWER);
    // variance shared between the axes and within each
    double common = Math.sqrt(random.nextDouble());
    double scale = Math.max(-0.2, Math.min(0.2, strain * common * random.nextGaussian()));
    double shear = strain * Math.sqrt(1 - common * common);
    NoiseLevel level = new NoiseLevel(rattle, strain);
    Optional<NoiseLevel> message =
        random.nextDouble() < TOLD
            ? Optional.of(
                new NoiseLevel(
                    rattle * Math.exp(DOUBT * random.nextGaussian()),
                    strain * Math.exp(DOUBT * random.nextGaussian())))
            : Optional.empty();
    return new Disturbance(Perturbation.of(crystal, rattle, scale, shear, random), level, message);
  }
}
