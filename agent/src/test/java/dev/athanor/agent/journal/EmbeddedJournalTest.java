package dev.athanor.agent.journal;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** The contract on a database in a file. */
final class EmbeddedJournalTest extends JournalContract {
  @TempDir static Path folder;

  private Database database;

  @BeforeEach
  void open() {
    database = Database.open("jdbc:h2:file:" + folder.resolve("db").toAbsolutePath(), "", "");
  }

  @AfterEach
  void close() {
    database.close();
  }

  @Override
  Database database() {
    return database;
  }
}
