package dev.athanor.agent.cli;

import dev.athanor.matter.matching.SpeciesRule;
import dev.athanor.matter.matching.StructureMatch;
import dev.athanor.matter.matching.StructureMatcher;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Compares the crystals of one source with those of another: each with the only one there is, or
 * pair by pair.
 */
final class MatchPairs {
  private final StructureMatcher matcher;
  private final SpeciesRule rule;
  private final Replies replies;
  private final AtomicLong different = new AtomicLong();
  private long pairs;

  MatchPairs(StructureMatcher matcher, SpeciesRule rule, Replies replies) {
    this.matcher = matcher;
    this.rule = rule;
    this.replies = replies;
  }

  /**
   * Reads both to the end; returns the exit code.
   *
   * @throws CliException {@code NOTHING_USABLE} where no pair could be compared; {@code USAGE}
   *     where the numbers of crystals do not go together
   */
  int compare(CrystalSource first, CrystalSource second, boolean placeholders) {
    try (PulledCrystals others = PulledCrystals.of(second, placeholders)) {
      Optional<ReadEntry> one = others.next();
      Optional<ReadEntry> two = one.isPresent() ? others.next() : one;
      if (one.isEmpty()) {
        throw new CliException(
            CliErrors.NOTHING_USABLE,
            "there is no structure in " + second.name(),
            "name a file with one structure, or with as many as " + first.name() + " has");
      }
      if (two.isEmpty()) {
        first.read(placeholders, entry -> add(entry, one.get()));
      } else {
        Zip zip = new Zip(one, two, others);
        first.read(placeholders, entry -> add(entry, zip.next(first, second)));
        zip.expectEnd(first, second);
      }
    }
    int exit = replies.finish(first.name());
    boolean one = pairs == 1 && different.get() == 1;
    return exit == ExitCodes.OK && one ? ExitCodes.DIFFERENT : exit;
  }

  private void add(ReadEntry first, ReadEntry second) {
    pairs++;
    if (first instanceof ReadEntry.Rejected bad) {
      replies.reject(bad.id(), bad.why());
    } else if (second instanceof ReadEntry.Rejected bad) {
      RowFault why = bad.why();
      replies.reject(
          first.id(),
          new RowFault(why.code(), why.line(), "the other, " + bad.id() + ": " + why.reason()));
    } else if (first instanceof ReadEntry.Read a && second instanceof ReadEntry.Read b) {
      int weight = a.row().crystal().sites().size() + b.row().crystal().sites().size();
      replies.add(a.id(), weight, () -> reply(a, b));
    }
  }

  private MatchReply reply(ReadEntry.Read first, ReadEntry.Read second) {
    Optional<StructureMatch> match =
        matcher.match(first.row().crystal(), second.row().crystal(), rule);
    if (match.isEmpty()) {
      different.incrementAndGet();
    }
    return new MatchReply(first.id(), second.id(), match);
  }

  /** The second source, entry by entry. */
  private static final class Zip {
    private final PulledCrystals rest;
    private Optional<ReadEntry> next;
    private Optional<ReadEntry> afterNext;

    Zip(Optional<ReadEntry> next, Optional<ReadEntry> afterNext, PulledCrystals rest) {
      this.next = next;
      this.afterNext = afterNext;
      this.rest = rest;
    }

    ReadEntry next(CrystalSource first, CrystalSource second) {
      ReadEntry found = next.orElseThrow(() -> unequal(first, second));
      next = afterNext;
      afterNext = rest.next();
      return found;
    }

    void expectEnd(CrystalSource first, CrystalSource second) {
      if (next.isPresent()) {
        throw unequal(second, first);
      }
    }

    private static CliException unequal(CrystalSource more, CrystalSource fewer) {
      return new CliException(
          CliErrors.USAGE,
          more.name() + " holds more structures than " + fewer.name(),
          "compare one with one, many with one (the one comes second), or equal numbers");
    }
  }
}
