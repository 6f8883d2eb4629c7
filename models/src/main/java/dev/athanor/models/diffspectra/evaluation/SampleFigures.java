package dev.athanor.models.diffspectra.evaluation;

/**
 * How drawn molecules fared, all of them counted.
 *
 * @param questions molecules that were looked for
 * @param drawn molecules drawn for each
 * @param sound share of the drawn that are one piece with right valences
 * @param fitting share of the drawn that also have the formula that was told or guessed
 * @param distinct mean number of different constitutions among the fitting
 * @param top1 share of the questions whose most frequent constitution is right
 * @param top10 share of the questions with the right one among the ten most frequent
 * @param found share of the questions with the right one among all
 * @param formulas share of the questions with the right formula told or guessed; 1 where told
 * @param seconds mean time for a question, wall clock
 */
public record SampleFigures(
    int questions,
    int drawn,
    double sound,
    double fitting,
    double distinct,
    double top1,
    double top10,
    double found,
    double formulas,
    double seconds) {}
