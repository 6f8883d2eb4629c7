package dev.athanor.agent.answer;

import java.util.List;
import java.util.stream.Collectors;

/**
 * An answer in pieces.
 *
 * @param segments in reading order
 */
public record Answer(List<Segment> segments) {
  public Answer {
    segments = List.copyOf(segments);
  }

  /** As plain text; what is unsupported is marked. */
  public String plainText() {
    return segments.stream().map(Answer::plain).collect(Collectors.joining());
  }

  private static String plain(Segment segment) {
    if (segment instanceof Segment.Citation citation) {
      return citation.rendered() + " [" + citation.call() + "]";
    }
    if (segment instanceof Segment.Unsupported unsupported) {
      return unsupported.text() + " [unsupported]";
    }
    return segment instanceof Segment.Text text ? text.text() : "";
  }
}
