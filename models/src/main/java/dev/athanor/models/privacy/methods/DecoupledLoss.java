package dev.athanor.models.privacy.methods;

import ai.djl.ndarray.NDArray;

/**
 * Decoupled distillation: how sure the student should be of the likeliest label, and, apart from
 * that, how it should divide the rest among the others, {@code KL(b_T | b_S) + beta KL(q_T | q_S)}.
 * Here constants of the targets are left out.
 *
 * @see <a href="https://arxiv.org/abs/2203.08679">Zhao et al., Decoupled knowledge distillation
 *     (2022), equation 7</a>
 */
final class DecoupledLoss {
  private static final float OTHERS = 0.5f;
  private static final double TINY = 1e-7;

  private DecoupledLoss() {}

  /**
   * The loss.
   *
   * @param logProbabilities of the student, (n, classes)
   * @param targets rows that sum to 1
   */
  static NDArray of(NDArray logProbabilities, NDArray targets) {
    int[] rows = {1};
    NDArray highest = targets.max(rows, true);
    NDArray likeliest = targets.gte(highest).toType(targets.getDataType(), false);
    NDArray first = likeliest.div(likeliest.sum(rows, true));
    NDArray probabilities = logProbabilities.exp();
    NDArray sure = probabilities.mul(first).sum(rows, true);
    NDArray shouldBeSure = targets.mul(first).sum(rows, true);
    NDArray binary =
        shouldBeSure
            .mul(sure.add(TINY).log())
            .add(shouldBeSure.mul(-1).add(1).mul(sure.mul(-1).add(1 + TINY).log()));
    NDArray others = first.mul(-1).add(1);
    NDArray rest = targets.mul(others);
    NDArray restTargets = rest.div(rest.sum(rows, true).add(TINY));
    NDArray without = logProbabilities.sub(first.mul(1e3)).logSoftmax(1).mul(others);
    NDArray divided = restTargets.mul(without).sum(rows, true);
    return binary.add(divided.mul(OTHERS)).mean().neg();
  }
}
