package dev.athanor.agent.journal;

import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;

/** The contract on PostgreSQL, where one is offered. */
final class PostgresJournalTest extends JournalContract {
  private static final String VARIABLE = "ATHANOR_TEST_POSTGRES_URL";

  private static final String WHAT_TO_DO =
      "PostgresJournalTest is skipped: install PostgreSQL, start one, and set "
          + VARIABLE
          + " to its address, as in jdbc:postgresql://127.0.0.1:5432/athanor?user=athanor";

  private static Optional<Database> database = Optional.empty();

  @BeforeAll
  static void open() {
    String url =
        Optional.ofNullable(System.getProperty(VARIABLE))
            .or(() -> Optional.ofNullable(System.getenv(VARIABLE)))
            .orElse("");
    if (url.isBlank()) {
      System.out.println(WHAT_TO_DO);
      return;
    }
    database = Optional.of(Database.open(url, "", ""));
  }

  @AfterAll
  static void close() {
    database.ifPresent(Database::close);
  }

  @Override
  Database database() {
    // here and not for the whole class: each test then counts as skipped, which CI looks for
    Assumptions.assumeTrue(database.isPresent(), WHAT_TO_DO);
    return database.orElseThrow();
  }
}
