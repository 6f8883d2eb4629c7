package dev.athanor.models.elements;

/**
 * Transition temperature of an electron-phonon superconductor.
 *
 * <p>{@code Tc = w / 1.2 * exp(-1.04 (1 + l) / (l - mu (1 + 0.62 l)))} with the logarithmic mean
 * phonon frequency w (kelvin), the coupling l and the Coulomb pseudopotential mu. Good for l below
 * about 1.5; beyond, Tc comes out too low. Says nothing of unconventional superconductors.
 *
 * @see <a href="https://doi.org/10.1103/PhysRevB.12.905">Allen and Dynes, Phys. Rev. B 12, 905
 *     (1975)</a>
 */
public final class AllenDynes {
  private AllenDynes() {}

  /**
   * The temperature, kelvin; 0 where the coupling does not overcome the repulsion.
   *
   * @param coupling l, 0 or more
   * @param frequency w, kelvin, above 0
   * @param pseudopotential mu, usually 0.1 to 0.15
   */
  public static double temperature(double coupling, double frequency, double pseudopotential) {
    if (!(coupling >= 0) || !(frequency > 0) || !(pseudopotential >= 0)) {
      throw new IllegalArgumentException(
          "Allen-Dynes needs a coupling and pseudopotential of 0 or more and a frequency above 0");
    }
    double attraction = coupling - pseudopotential * (1 + 0.62 * coupling);
    if (attraction <= 0) {
      return 0;
    }
    return frequency / 1.2 * Math.exp(-1.04 * (1 + coupling) / attraction);
  }
}
