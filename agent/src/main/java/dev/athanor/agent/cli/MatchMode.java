package dev.athanor.agent.cli;

import dev.athanor.matter.matching.SpeciesRule;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Collectors;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Words for which element may stand for which. */
enum MatchMode {
  SPECIES("species", SpeciesRule.SAME),
  ANONYMOUS("anonymous", SpeciesRule.ANONYMOUS),
  PERMUTED("permuted", SpeciesRule.PERMUTED);

  private final String word;
  private final SpeciesRule rule;

  MatchMode(String word, SpeciesRule rule) {
    this.word = word;
    this.rule = rule;
  }

  /** What the word means. */
  SpeciesRule rule() {
    return rule;
  }

  /** The words of the command line. */
  static final class Words implements Iterable<String>, ITypeConverter<MatchMode> {
    @Override
    public Iterator<String> iterator() {
      return words().iterator();
    }

    @Override
    public MatchMode convert(String word) {
      return Arrays.stream(values())
          .filter(mode -> mode.word.equals(word))
          .findFirst()
          .orElseThrow(
              () ->
                  new TypeConversionException(
                      "'"
                          + word
                          + "' is none of "
                          + words().stream().collect(Collectors.joining(", "))));
    }

    private static List<String> words() {
      return Arrays.stream(values()).map(mode -> mode.word).toList();
    }
  }
}
