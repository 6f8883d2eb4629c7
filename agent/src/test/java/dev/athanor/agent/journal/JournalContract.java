package dev.athanor.agent.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.athanor.agent.AgentErrors;
import dev.athanor.agent.AgentException;
import dev.athanor.agent.investigation.Event;
import dev.athanor.agent.investigation.JournalEntry;
import dev.athanor.agent.json.AgentJson;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** What every database must do for the journal and the leases. */
abstract class JournalContract {
  private static final Instant AT = Instant.parse("2026-11-23T05:00:00.123Z");

  /** The database under test, open and migrated. */
  abstract Database database();

  private final String id = "test-" + UUID.randomUUID();

  private Journal journal() {
    return new SqlJournal(database());
  }

  private JournalEntry append(Journal.Position after, Event event) {
    return journal().append(id, after, AT, event);
  }

  private static Journal.Position of(JournalEntry entry) {
    return new Journal.Position(entry.sequence(), entry.hash());
  }

  @Test
  void whatIsAppendedIsReadBack() {
    String text = "Ω \"quoted\" \\ \n " + "long ".repeat(300_000);
    JournalEntry first = append(Journal.Position.START, new Event.Asked(text, "Ada", "offline"));
    JournalEntry second =
        append(
            of(first),
            new Event.CallSucceeded(
                "c1", AgentJson.parse("{\"b\":1.50,\"a\":[1e-7,-0.0,123456789012345678901]}")));

    List<JournalEntry> entries = journal().read(id, 0);

    assertThat(entries).hasSize(2);
    assertThat(entries.get(0)).isEqualTo(first);
    assertThat(entries.get(1).hash()).isEqualTo(second.hash());
    assertThat(entries.get(1).body()).isEqualTo(second.body());
    assertThat(entries.get(1).previousHash()).isEqualTo(first.hash());
    assertThat(journal().read(id, 1)).hasSize(1);
    assertThat(journal().head(id)).isEqualTo(2);
    assertThat(journal().investigations()).contains(id);
    assertThat(journal().verify(id).intact()).isTrue();
  }

  @Test
  void aWriterThatSawTooLittleIsRefused() {
    JournalEntry first =
        append(Journal.Position.START, new Event.Asked("question", "Ada", "offline"));
    append(of(first), new Event.Cancelled("Ada", "enough"));

    assertThatThrownBy(() -> append(of(first), new Event.Cancelled("Bob", "too late")))
        .isInstanceOfSatisfying(
            AgentException.class,
            e -> assertThat(e.code()).isEqualTo(AgentErrors.JOURNAL_CONFLICT));
    assertThatThrownBy(
            () ->
                append(new Journal.Position(7, first.hash()), new Event.Cancelled("Bob", "a gap")))
        .isInstanceOfSatisfying(
            AgentException.class,
            e -> assertThat(e.code()).isEqualTo(AgentErrors.JOURNAL_CONFLICT));
    assertThat(journal().read(id, 0)).hasSize(2);
  }

  @Test
  void ofManyWritersAtOnceOneWins() throws Exception {
    JournalEntry first =
        append(Journal.Position.START, new Event.Asked("question", "Ada", "offline"));
    ExecutorService threads = Executors.newFixedThreadPool(6);
    try {
      List<Callable<Boolean>> writers = new ArrayList<>();
      for (int i = 0; i < 6; i++) {
        String name = "writer " + i;
        writers.add(() -> wins(of(first), new Event.Cancelled(name, "")));
      }
      int winners = 0;
      for (Future<Boolean> writer : threads.invokeAll(writers)) {
        winners += writer.get() ? 1 : 0;
      }
      assertThat(winners).isEqualTo(1);
      assertThat(journal().read(id, 0)).hasSize(2);
    } finally {
      threads.shutdownNow();
    }
  }

  private boolean wins(Journal.Position after, Event event) {
    try {
      append(after, event);
      return true;
    } catch (AgentException e) {
      assertThat(e.code()).isEqualTo(AgentErrors.JOURNAL_CONFLICT);
      return false;
    }
  }

  @Test
  void whatWasChangedIsFound() {
    JournalEntry first =
        append(Journal.Position.START, new Event.Asked("question", "Ada", "offline"));
    append(of(first), new Event.Cancelled("Ada", "enough"));
    change("update event set body = replace(body, 'Ada', 'Eve') where investigation = ?");

    assertThat(journal().verify(id).defects())
        .hasSize(2)
        .allSatisfy(defect -> assertThat(defect).contains("does not match its hash"));
    assertThatThrownBy(() -> journal().read(id, 0))
        .isInstanceOfSatisfying(
            AgentException.class, e -> assertThat(e.code()).isEqualTo(AgentErrors.JOURNAL_CORRUPT));
  }

  @Test
  void whatWasTakenOutIsFound() {
    JournalEntry first =
        append(Journal.Position.START, new Event.Asked("question", "Ada", "offline"));
    JournalEntry second = append(of(first), new Event.MessageAdded("more", "Ada"));
    append(of(second), new Event.Cancelled("Ada", "enough"));
    change("delete from event where sequence = 2 and investigation = ?");

    assertThat(journal().verify(id).intact()).isFalse();
    assertThatThrownBy(() -> journal().read(id, 0)).isInstanceOf(AgentException.class);
  }

  private void change(String sql) {
    database()
        .with(
            connection -> {
              try (java.sql.PreparedStatement statement = connection.prepareStatement(sql)) {
                statement.setString(1, id);
                return statement.executeUpdate();
              }
            });
  }

  @Test
  void aLeaseHasOneOwnerUntilItLapses() {
    Duration minute = Duration.ofMinutes(1);
    Leases now = new SqlLeases(database(), Clock.fixed(AT, ZoneOffset.UTC));
    Leases later =
        new SqlLeases(database(), Clock.fixed(AT.plus(minute).plusMillis(1), ZoneOffset.UTC));

    assertThat(now.acquire(id, "one", minute)).isTrue();
    assertThat(now.acquire(id, "one", minute)).as("renewed").isTrue();
    assertThat(now.acquire(id, "two", minute)).as("held by another").isFalse();
    assertThat(later.acquire(id, "two", minute)).as("lapsed").isTrue();
    assertThat(later.acquire(id, "one", minute)).as("lost").isFalse();
    later.release(id, "one");
    assertThat(later.acquire(id, "three", minute)).as("released by another").isFalse();
    later.release(id, "two");
    assertThat(later.acquire(id, "three", minute)).as("released by its owner").isTrue();
  }
}
