package dev.athanor.knowledge.notes;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Finds passages by the words they share with a query (BM25): words that are rare in the library
 * count more, repeated ones less and less, long passages are not favoured.
 *
 * <p>{@code score = sum_w idf(w) f (k + 1) / (f + k (1 - b + b l / mean))}, {@code f} the count of
 * the word and {@code l} the length of the passage in words; k = 1.2, b = 0.75. Words of titles
 * count three times, of tags twice. Knows no synonyms.
 *
 * @see <a href="https://doi.org/10.1561/1500000019">Robertson and Zaragoza, Found. Trends Inf.
 *     Retr. 3, 333 (2009)</a>
 */
final class WordIndex {
  private static final double SATURATION = 1.2;
  private static final double LENGTH_WEIGHT = 0.75;
  private static final int TITLE_WEIGHT = 3;
  private static final int TAG_WEIGHT = 2;
  private static final Set<String> IGNORED =
      Set.of(
          "a", "about", "an", "and", "are", "as", "at", "be", "by", "can", "do", "does", "for",
          "from", "has", "have", "how", "i", "if", "in", "is", "it", "its", "me", "my", "not", "of",
          "on", "or", "should", "tell", "than", "that", "the", "their", "there", "these", "this",
          "to", "was", "what", "when", "where", "which", "why", "will", "with", "you");

  private final List<Map<String, Integer>> counts = new ArrayList<>();
  private final List<Integer> lengths = new ArrayList<>();
  private final Map<String, Integer> passagesWith = new HashMap<>();
  private double meanLength;

  WordIndex(List<Passage> passages) {
    long total = 0;
    for (Passage passage : passages) {
      Map<String, Integer> found = new HashMap<>();
      count(found, passage.text(), 1);
      count(found, passage.note().title(), TITLE_WEIGHT);
      count(found, String.join(" ", passage.note().tags()), TAG_WEIGHT);
      int length = found.values().stream().mapToInt(Integer::intValue).sum();
      found.keySet().forEach(word -> passagesWith.merge(word, 1, Integer::sum));
      counts.add(found);
      lengths.add(length);
      total += length;
    }
    meanLength = passages.isEmpty() ? 1 : Math.max(1, (double) total / passages.size());
  }

  /** Score of every passage, in their order; 0 where no word is shared. */
  double[] scores(String query) {
    double[] scores = new double[counts.size()];
    for (String word : Set.copyOf(words(query))) {
      int with = passagesWith.getOrDefault(word, 0);
      if (with == 0) {
        continue;
      }
      double rarity = Math.log(1 + (counts.size() - with + 0.5) / (with + 0.5));
      for (int i = 0; i < scores.length; i++) {
        int count = counts.get(i).getOrDefault(word, 0);
        double norm =
            SATURATION * (1 - LENGTH_WEIGHT + LENGTH_WEIGHT * lengths.get(i) / meanLength);
        scores[i] += rarity * count * (SATURATION + 1) / (count + norm);
      }
    }
    return scores;
  }

  private static void count(Map<String, Integer> counts, String text, int weight) {
    words(text).forEach(word -> counts.merge(word, weight, Integer::sum));
  }

  private static List<String> words(String text) {
    List<String> words = new ArrayList<>();
    for (String raw : text.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}]+", -1)) {
      if (!raw.isEmpty() && !IGNORED.contains(raw)) {
        words.add(stem(raw));
      }
    }
    return words;
  }

  /** Takes off the endings that most often keep equal words apart. */
  private static String stem(String word) {
    String stem = word;
    if (stem.length() > 4 && stem.endsWith("ies")) {
      return stem.substring(0, stem.length() - 3) + "y";
    }
    if (stem.length() > 3 && stem.endsWith("s") && !stem.endsWith("ss") && !stem.endsWith("us")) {
      stem = stem.substring(0, stem.length() - 1);
    }
    if (stem.length() > 6 && stem.endsWith("ing")) {
      stem = stem.substring(0, stem.length() - 3);
    } else if (stem.length() > 5 && stem.endsWith("ed")) {
      stem = stem.substring(0, stem.length() - 2);
    }
    return stem.length() > 4 && stem.endsWith("e") ? stem.substring(0, stem.length() - 1) : stem;
  }
}
