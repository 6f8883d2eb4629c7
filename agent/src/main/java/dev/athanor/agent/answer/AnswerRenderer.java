package dev.athanor.agent.answer;

import dev.athanor.agent.investigation.Conclusion;
import dev.athanor.agent.investigation.Investigation;
import dev.athanor.agent.investigation.Turn;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Makes an answer of what the planner wrote: citations {@code [[call/json/pointer]]} are rendered
 * from the results; a number typed into the text must equal a cited finding, to the digits written,
 * or is marked as unsupported.
 */
public final class AnswerRenderer {
  private static final Pattern MARK = Pattern.compile("\\[\\[([A-Za-z0-9_]{1,40})(/[^\\]\\n]*)?]]");

  private AnswerRenderer() {}

  /** The answer, as a pure function of the state. */
  public static Answer render(Investigation state, Conclusion conclusion) {
    List<Segment> pieces = citations(state, conclusion.answer());
    List<Segment.Citation> cited =
        pieces.stream()
            .filter(Segment.Citation.class::isInstance)
            .map(Segment.Citation.class::cast)
            .toList();
    Set<BigDecimal> asked = new HashSet<>();
    for (Turn turn : state.turns()) {
      if (turn instanceof Turn.User user) {
        asked.addAll(ClaimedNumbers.all(user.text()));
      }
    }
    List<Segment> checked = new ArrayList<>();
    for (Segment piece : pieces) {
      if (piece instanceof Segment.Text text) {
        checked.addAll(checked(text.text(), asked, cited));
      } else {
        checked.add(piece);
      }
    }
    return new Answer(checked);
  }

  private static List<Segment> citations(Investigation state, String answer) {
    List<Segment> pieces = new ArrayList<>();
    Matcher matcher = MARK.matcher(answer);
    int end = 0;
    while (matcher.find()) {
      text(pieces, answer.substring(end, matcher.start()));
      String pointer = Optional.ofNullable(matcher.group(2)).orElse("");
      Optional<Segment.Citation> found = Findings.cite(state, matcher.group(1), pointer);
      pieces.add(
          found
              .<Segment>map(citation -> citation)
              .orElseGet(() -> new Segment.Unsupported(matcher.group())));
      end = matcher.end();
    }
    text(pieces, answer.substring(end));
    return pieces;
  }

  private static List<Segment> checked(
      String text, Set<BigDecimal> asked, List<Segment.Citation> cited) {
    List<Segment> pieces = new ArrayList<>();
    int end = 0;
    for (ClaimedNumbers.Claim claim : ClaimedNumbers.in(text, asked)) {
      text(pieces, text.substring(end, claim.start()));
      String written = text.substring(claim.start(), claim.end());
      Optional<Segment.Citation> support =
          cited.stream().filter(citation -> matches(claim, citation)).findFirst();
      pieces.add(
          support
              .<Segment>map(citation -> as(citation, written))
              .orElseGet(() -> new Segment.Unsupported(written)));
      end = claim.end();
    }
    text(pieces, text.substring(end));
    return pieces;
  }

  private static boolean matches(ClaimedNumbers.Claim claim, Segment.Citation citation) {
    return matches(claim, citation.value()) || matches(claim, citation.standardDeviation());
  }

  private static boolean matches(ClaimedNumbers.Claim claim, OptionalDouble value) {
    return value.isPresent() && claim.matches(value.getAsDouble());
  }

  private static Segment.Citation as(Segment.Citation citation, String written) {
    return new Segment.Citation(
        citation.call(),
        citation.tool(),
        citation.pointer(),
        citation.label(),
        citation.value(),
        citation.unit(),
        citation.standardDeviation(),
        written);
  }

  private static void text(List<Segment> pieces, String text) {
    if (!text.isEmpty()) {
      pieces.add(new Segment.Text(text));
    }
  }
}
