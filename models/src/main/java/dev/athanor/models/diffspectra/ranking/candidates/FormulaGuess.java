package dev.athanor.models.diffspectra.ranking.candidates;

import dev.athanor.matter.chemistry.Composition;
import dev.athanor.matter.chemistry.Element;
import dev.athanor.models.diffspectra.forward.ForwardFit;
import dev.athanor.models.diffspectra.forward.SpectralBlock;
import dev.athanor.models.diffspectra.ranking.likelihood.SpectralErrors;
import dev.athanor.models.diffspectra.ranking.likelihood.SymmetricMatrix;
import dev.athanor.models.weights.WeightFile;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.IntPredicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;

/**
 * Formulas by how likely they are, given spectra.
 *
 * <p>Components of spectra and numbers of atoms are taken as jointly normal over the molecules of
 * the training: given the components, the numbers of atoms are normal with mean {@code m + C_nz
 * C_zz^-1 (z - m_z)} and covariance {@code C_nn - C_nz C_zz^-1 C_zn}, with the tails of Student's
 * distribution, since molecules of a rare element are far from normal. Formulas are weighted by
 * that and by how frequent they are in the training. Those that it lacks share the weight of those
 * that it has once (Good and Turing's estimate of what has not been seen).
 */
public final class FormulaGuess {
  private static final List<Element> ELEMENTS =
      List.of(Element.H, Element.C, Element.N, Element.O, Element.F);
  private static final double RIDGE = 1e-3;

  private static final double ENOUGH = 0.995;
  private static final int MOST = 12;

  /** Degrees of freedom of the tails. */
  private static final double FREEDOM = 6;

  private final float[] covariance;
  private final float[] means;
  private final List<Known> known;
  private final List<Known> offered;

  private FormulaGuess(float[] covariance, float[] means, List<Known> known) {
    this.covariance = covariance;
    this.means = means;
    this.known = known;
    offered = withUnseen(known);
  }

  private static List<Known> withUnseen(List<Known> known) {
    Set<List<Integer>> seen = known.stream().map(Known::atoms).collect(Collectors.toSet());
    List<List<Integer>> others =
        PlausibleFormulas.upTo(PlausibleFormulas.MAX_HEAVY_ATOMS).stream()
            .filter(atoms -> !seen.contains(atoms))
            .toList();
    double once = Math.max(1, known.stream().filter(k -> k.molecules() == 1).count());
    List<Known> all = new ArrayList<>(known);
    others.forEach(atoms -> all.add(new Known(atoms, once / others.size())));
    return List.copyOf(all);
  }

  /** A formula: atoms by element, and molecules that have it, a fraction of one where none has. */
  private record Known(List<Integer> atoms, double molecules) {
    Composition composition() {
      Map<Element, Double> amounts = new java.util.EnumMap<>(Element.class);
      for (int i = 0; i < ELEMENTS.size(); i++) {
        if (atoms.get(i) > 0) {
          amounts.put(ELEMENTS.get(i), (double) atoms.get(i));
        }
      }
      return new Composition(amounts);
    }

    int atomCount() {
      return atoms.stream().mapToInt(Integer::intValue).sum();
    }
  }

  /**
   * A formula.
   *
   * @param composition the formula
   * @param logProbability logarithm of its probability among those offered
   */
  public record Guess(Composition composition, double logProbability) {}

  /** The first of them, until hardly any probability is left or there are enough. */
  public static List<Guess> likeliest(List<Guess> guesses) {
    List<Guess> chosen = new ArrayList<>();
    double sum = 0;
    for (Guess guess : guesses) {
      if (sum > ENOUGH || chosen.size() == MOST) {
        break;
      }
      chosen.add(guess);
      sum += Math.exp(guess.logProbability());
    }
    return chosen;
  }

  /** Learns from a fit and the molecules that it was made of. */
  public static FormulaGuess of(ForwardFit fit, List<ForwardFit.Sample> samples) {
    int latents = SpectralErrors.size();
    int size = latents + ELEMENTS.size();
    Map<List<Integer>, Integer> counts = new TreeMap<>(Comparator.comparing(Object::toString));
    double[] sums = new double[size];
    List<float[]> rows = new ArrayList<>();
    for (int r = 0; r < samples.size(); r++) {
      List<Integer> atoms = atoms(samples.get(r).graph().composition());
      counts.merge(atoms, 1, Integer::sum);
      float[] row = java.util.Arrays.copyOf(fit.latents().get(r), size);
      for (int i = 0; i < ELEMENTS.size(); i++) {
        row[latents + i] = atoms.get(i);
      }
      for (int i = 0; i < size; i++) {
        sums[i] += row[i];
      }
      rows.add(row);
    }
    float[] means = new float[size];
    for (int i = 0; i < size; i++) {
      means[i] = (float) (sums[i] / rows.size());
    }
    List<Known> known = new ArrayList<>();
    counts.forEach((atoms, molecules) -> known.add(new Known(atoms, molecules.doubleValue())));
    return new FormulaGuess(covariance(rows, means), means, known);
  }

  /** What a file holds. */
  public static FormulaGuess read(WeightFile file) {
    int size = SpectralErrors.size() + ELEMENTS.size();
    float[] flat = file.array("formulas.known");
    int width = ELEMENTS.size() + 1;
    List<Known> known = new ArrayList<>();
    for (int start = 0; start + width <= flat.length; start += width) {
      int from = start;
      known.add(
          new Known(
              IntStream.range(0, ELEMENTS.size()).mapToObj(i -> (int) flat[from + i]).toList(),
              flat[start + ELEMENTS.size()]));
    }
    return new FormulaGuess(
        file.array("formulas.covariance", SymmetricMatrix.length(size)),
        file.array("formulas.means", size),
        known);
  }

  /** Adds it to the arrays of a weight file. */
  public void store(Map<String, float[]> arrays) {
    arrays.put("formulas.covariance", covariance);
    arrays.put("formulas.means", means);
    int width = ELEMENTS.size() + 1;
    float[] flat = new float[known.size() * width];
    for (int k = 0; k < known.size(); k++) {
      for (int i = 0; i < ELEMENTS.size(); i++) {
        flat[k * width + i] = known.get(k).atoms().get(i);
      }
      flat[k * width + ELEMENTS.size()] = (float) known.get(k).molecules();
    }
    arrays.put("formulas.known", flat);
  }

  /**
   * Formulas by falling probability.
   *
   * @param latents components of the spectra
   * @param blocks which of them there are
   * @param atomCounts which numbers of atoms there may be
   */
  public List<Guess> rank(
      float[] latents, Collection<SpectralBlock> blocks, IntPredicate atomCounts) {
    int[] places = SpectralErrors.places(blocks);
    int[] numbers =
        IntStream.range(SpectralErrors.size(), SpectralErrors.size() + ELEMENTS.size()).toArray();
    DMatrixRMaj inner = SymmetricMatrix.part(covariance, places, places);
    for (int i = 0; i < places.length; i++) {
      inner.set(i, i, inner.get(i, i) * (1 + RIDGE) + 1e-6);
    }
    CommonOps_DDRM.invert(inner);
    DMatrixRMaj across = SymmetricMatrix.part(covariance, numbers, places);
    DMatrixRMaj gain = new DMatrixRMaj(numbers.length, places.length);
    CommonOps_DDRM.mult(across, inner, gain);
    DMatrixRMaj rest = SymmetricMatrix.part(covariance, numbers, numbers);
    CommonOps_DDRM.multAddTransB(-1, gain, across, rest);
    for (int i = 0; i < numbers.length; i++) {
      rest.set(i, i, Math.max(rest.get(i, i), 0) + 0.01);
    }
    CommonOps_DDRM.invert(rest);
    double[] mean = new double[numbers.length];
    for (int i = 0; i < numbers.length; i++) {
      mean[i] = means[numbers[i]];
      for (int j = 0; j < places.length; j++) {
        mean[i] += gain.get(i, j) * (latents[places[j]] - means[places[j]]);
      }
    }
    return rank(mean, rest, atomCounts);
  }

  private List<Guess> rank(double[] mean, DMatrixRMaj precision, IntPredicate atomCounts) {
    List<Known> fitting = offered.stream().filter(k -> atomCounts.test(k.atomCount())).toList();
    double[] logarithms = new double[fitting.size()];
    double largest = Double.NEGATIVE_INFINITY;
    for (int k = 0; k < logarithms.length; k++) {
      List<Integer> atoms = fitting.get(k).atoms();
      double square = 0;
      for (int i = 0; i < mean.length; i++) {
        for (int j = 0; j < mean.length; j++) {
          square += (atoms.get(i) - mean[i]) * precision.get(i, j) * (atoms.get(j) - mean[j]);
        }
      }
      logarithms[k] =
          Math.log(fitting.get(k).molecules())
              - (FREEDOM + mean.length) / 2 * Math.log1p(square / FREEDOM);
      largest = Math.max(largest, logarithms[k]);
    }
    double sum = 0;
    for (double logarithm : logarithms) {
      sum += Math.exp(logarithm - largest);
    }
    List<Guess> guesses = new ArrayList<>();
    for (int k = 0; k < logarithms.length; k++) {
      guesses.add(new Guess(fitting.get(k).composition(), logarithms[k] - largest - Math.log(sum)));
    }
    guesses.sort(Comparator.comparingDouble(Guess::logProbability).reversed());
    return guesses;
  }

  private static List<Integer> atoms(Composition formula) {
    return ELEMENTS.stream().map(e -> (int) Math.rint(formula.amount(e))).toList();
  }

  private static float[] covariance(List<float[]> rows, float[] means) {
    int size = means.length;
    double[] sums = new double[SymmetricMatrix.length(size)];
    for (float[] row : rows) {
      int at = 0;
      for (int i = 0; i < size; i++) {
        double centred = row[i] - means[i];
        for (int j = 0; j <= i; j++) {
          sums[at++] += centred * (row[j] - means[j]);
        }
      }
    }
    float[] half = new float[sums.length];
    for (int i = 0; i < half.length; i++) {
      half[i] = (float) (sums[i] / rows.size());
    }
    return half;
  }
}
