package dev.athanor.agent.journal;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;

/** Leases as rows. */
public final class SqlLeases implements Leases {
  private final Database database;
  private final Clock clock;

  /** Leases in this database, judged by this clock. */
  public SqlLeases(Database database, Clock clock) {
    this.database = database;
    this.clock = clock;
  }

  @Override
  public boolean acquire(String investigation, String owner, Duration time) {
    long now = clock.millis();
    return database.with(
        connection -> {
          if (take(connection, investigation, owner, now, now + time.toMillis())) {
            return true;
          }
          return insert(connection, investigation, owner, now + time.toMillis());
        });
  }

  private static boolean take(
      Connection connection, String investigation, String owner, long now, long until)
      throws SQLException {
    try (PreparedStatement update =
        connection.prepareStatement(
            "update lease set owner = ?, expires_at = ?"
                + " where investigation = ? and (owner = ? or expires_at <= ?)")) {
      update.setString(1, owner);
      update.setLong(2, until);
      update.setString(3, investigation);
      update.setString(4, owner);
      update.setLong(5, now);
      return update.executeUpdate() == 1;
    }
  }

  private static boolean insert(
      Connection connection, String investigation, String owner, long until) throws SQLException {
    try (PreparedStatement insert =
        connection.prepareStatement(
            "insert into lease (investigation, owner, expires_at)"
                + " select ?, ?, ? where not exists"
                + " (select 1 from lease where investigation = ?)")) {
      insert.setString(1, investigation);
      insert.setString(2, owner);
      insert.setLong(3, until);
      insert.setString(4, investigation);
      return insert.executeUpdate() == 1;
    } catch (SQLException e) {
      if (Database.isDuplicate(e)) {
        return false;
      }
      throw e;
    }
  }

  @Override
  public void release(String investigation, String owner) {
    database.with(
        connection -> {
          try (PreparedStatement delete =
              connection.prepareStatement(
                  "delete from lease where investigation = ? and owner = ?")) {
            delete.setString(1, investigation);
            delete.setString(2, owner);
            return delete.executeUpdate();
          }
        });
  }
}
