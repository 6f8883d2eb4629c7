package dev.athanor.agent.journal;

import com.fasterxml.jackson.databind.JsonNode;
import dev.athanor.agent.AgentErrors;
import dev.athanor.agent.AgentException;
import dev.athanor.agent.investigation.Event;
import dev.athanor.agent.investigation.EventJson;
import dev.athanor.agent.investigation.JournalEntry;
import dev.athanor.agent.json.AgentJson;
import dev.athanor.agent.json.CanonicalJson;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/** The journal as rows; the primary key (investigation, sequence) settles every race. */
public final class SqlJournal implements Journal {
  private final Database database;

  /** A journal in this database. */
  public SqlJournal(Database database) {
    this.database = database;
  }

  @Override
  public JournalEntry append(String investigation, Position after, Instant at, Event event) {
    JournalEntry entry = chained(investigation, after, at.truncatedTo(ChronoUnit.MILLIS), event);
    database.with(
        connection -> {
          try (PreparedStatement insert =
              connection.prepareStatement(
                  "insert into event (investigation, sequence, type, at_millis, body, hash)"
                      + " select ?, ?, ?, ?, ?, ? where ? = (select coalesce(max(sequence), 0)"
                      + " from event where investigation = ?)")) {
            insert.setString(1, entry.investigation());
            insert.setLong(2, entry.sequence());
            insert.setString(3, entry.event().type());
            insert.setLong(4, entry.at().toEpochMilli());
            insert.setString(5, entry.body());
            insert.setString(6, entry.hash());
            insert.setLong(7, after.sequence());
            insert.setString(8, entry.investigation());
            if (insert.executeUpdate() != 1) {
              throw conflict();
            }
            return true;
          } catch (SQLException e) {
            if (Database.isDuplicate(e)) {
              throw conflict();
            }
            throw e;
          }
        });
    return entry;
  }

  private static JournalEntry chained(
      String investigation, Position after, Instant at, Event event) {
    JournalEntry unsigned =
        new JournalEntry(investigation, after.sequence() + 1, at, event, after.hash(), "");
    return new JournalEntry(
        investigation,
        unsigned.sequence(),
        at,
        event,
        after.hash(),
        CanonicalJson.sha256(unsigned.body()));
  }

  private static AgentException conflict() {
    return new AgentException(
        AgentErrors.JOURNAL_CONFLICT,
        "something else happened to the investigation in between",
        "look at it again, then try again");
  }

  @Override
  public List<JournalEntry> read(String investigation, long after) {
    List<JournalEntry> entries = new ArrayList<>();
    List<String> defects = new ArrayList<>();
    List<Row> rows = rows(investigation, after);
    String previous = after == 0 ? JournalEntry.NO_HASH : "";
    long sequence = after;
    for (Row row : rows) {
      sequence++;
      defects.addAll(row.defects(sequence, previous));
      if (!defects.isEmpty()) {
        throw new AgentException(
            AgentErrors.JOURNAL_CORRUPT,
            "the journal of " + investigation + " is damaged: " + defects.get(0),
            "restore the database from a copy; nothing is run on a damaged journal");
      }
      entries.add(row.entry());
      previous = row.hash();
    }
    return entries;
  }

  @Override
  public Verification verify(String investigation) {
    List<String> defects = new ArrayList<>();
    List<Row> rows = rows(investigation, 0);
    String previous = JournalEntry.NO_HASH;
    long sequence = 0;
    for (Row row : rows) {
      sequence++;
      defects.addAll(row.defects(sequence, previous));
      previous = row.hash();
      sequence = row.sequence();
    }
    return new Verification(investigation, rows.size(), defects);
  }

  private List<Row> rows(String investigation, long after) {
    return database.with(
        connection -> {
          try (PreparedStatement select =
              connection.prepareStatement(
                  "select sequence, type, at_millis, body, hash from event"
                      + " where investigation = ? and sequence > ? order by sequence")) {
            select.setString(1, investigation);
            select.setLong(2, after);
            try (ResultSet found = select.executeQuery()) {
              List<Row> rows = new ArrayList<>();
              while (found.next()) {
                rows.add(
                    new Row(
                        investigation,
                        found.getLong(1),
                        found.getString(2),
                        found.getLong(3),
                        found.getString(4),
                        found.getString(5)));
              }
              return rows;
            }
          }
        });
  }

  @Override
  public long head(String investigation) {
    return database.with(
        connection -> {
          try (PreparedStatement select =
              connection.prepareStatement(
                  "select coalesce(max(sequence), 0) from event where investigation = ?")) {
            select.setString(1, investigation);
            try (ResultSet found = select.executeQuery()) {
              return found.next() ? found.getLong(1) : 0L;
            }
          }
        });
  }

  @Override
  public List<String> investigations() {
    return database.with(
        connection -> {
          try (PreparedStatement select =
                  connection.prepareStatement(
                      "select investigation from event where sequence = 1"
                          + " order by at_millis desc, investigation");
              ResultSet found = select.executeQuery()) {
            List<String> names = new ArrayList<>();
            while (found.next()) {
              names.add(found.getString(1));
            }
            return names;
          }
        });
  }

  private record Row(
      String investigation, long sequence, String type, long atMillis, String body, String hash) {
    List<String> defects(long expected, String previous) {
      List<String> defects = new ArrayList<>();
      if (sequence != expected) {
        defects.add("entry " + expected + " is missing");
      }
      if (!CanonicalJson.sha256(body).equals(hash)) {
        defects.add("entry " + sequence + " was changed: its content does not match its hash");
        return defects;
      }
      JsonNode node = AgentJson.parse(body);
      if (!previous.isEmpty() && !node.path("previous_hash").asText().equals(previous)) {
        defects.add("entry " + sequence + " does not follow the one before it");
      }
      boolean same =
          node.path("sequence").asLong() == sequence
              && node.path("investigation").asText().equals(investigation)
              && node.path("type").asText().equals(type)
              && node.path("at").asText().equals(Instant.ofEpochMilli(atMillis).toString());
      if (!same) {
        defects.add("entry " + sequence + " stands in a place that is not its own");
      }
      return defects;
    }

    JournalEntry entry() {
      JsonNode node = AgentJson.parse(body);
      return new JournalEntry(
          investigation,
          sequence,
          Instant.ofEpochMilli(atMillis),
          EventJson.event(type, node.path("payload")),
          node.path("previous_hash").asText(),
          hash);
    }
  }
}
