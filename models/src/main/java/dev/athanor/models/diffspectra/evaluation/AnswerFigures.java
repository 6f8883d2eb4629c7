package dev.athanor.models.diffspectra.evaluation;

import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * What answers to one question of many molecules are worth; those without an answer are wrong.
 *
 * @param asked how many molecules
 * @param answered share with an answer
 * @param top1 share with the right constitution first
 * @param top10 share with the right constitution among the first ten
 * @param top1WholeKey as {@code top1}, by the whole InChIKey
 * @param top10WholeKey as {@code top10}, by the whole InChIKey
 * @param stated mean stated probability that the first is right, 0 without an answer
 * @param looked mean number of constitutions looked at
 */
public record AnswerFigures(
    int asked,
    double answered,
    double top1,
    double top10,
    double top1WholeKey,
    double top10WholeKey,
    double stated,
    double looked) {

  /** Those of some answers. */
  public static AnswerFigures of(List<RankingEvaluation.Answer> answers) {
    return new AnswerFigures(
        answers.size(),
        mean(answers, a -> a.first().isEmpty() ? 0 : 1),
        mean(answers, a -> a.rank() == 1 ? 1 : 0),
        mean(answers, a -> a.rank() > 0 ? 1 : 0),
        mean(answers, a -> a.rank() == 1 && a.sameKey() ? 1 : 0),
        mean(answers, a -> a.rank() > 0 && a.sameKey() ? 1 : 0),
        mean(answers, RankingEvaluation.Answer::probability),
        mean(answers, RankingEvaluation.Answer::looked));
  }

  /** Mean stated probability of the answers that there are. */
  public double statedWhereAnswered() {
    return answered == 0 ? 0 : stated / answered;
  }

  private static double mean(
      List<RankingEvaluation.Answer> answers, ToDoubleFunction<RankingEvaluation.Answer> value) {
    return answers.stream().mapToDouble(value).average().orElse(0);
  }
}
