package dev.athanor.agent.journal;

import dev.athanor.agent.AgentErrors;
import dev.athanor.agent.AgentException;
import io.agroal.api.AgroalDataSource;
import io.agroal.api.configuration.supplier.AgroalDataSourceConfigurationSupplier;
import io.agroal.api.security.NamePrincipal;
import io.agroal.api.security.SimplePassword;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Driver;
import java.sql.SQLException;
import java.time.Duration;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;

/**
 * The database by one address: an embedded file (shared by the processes of this machine over
 * loopback) or PostgreSQL, brought up to date by the same migrations.
 */
public final class Database implements AutoCloseable {
  private static final int POOL = 8;
  private static final String EMBEDDED = "jdbc:h2:file:";

  private final AgroalDataSource source;

  private Database(AgroalDataSource source) {
    this.source = source;
  }

  /** Work with a connection. */
  @FunctionalInterface
  interface Work<T> {
    T apply(Connection connection) throws SQLException;
  }

  /**
   * Opens a database and migrates it.
   *
   * @param url {@code jdbc:h2:...} or {@code jdbc:postgresql:...}
   * @param user user name; empty if the address says it
   * @param password password; may be empty
   * @throws AgentException {@code DATABASE_UNAVAILABLE}
   */
  public static Database open(String url, String user, String password) {
    if (System.getProperty("h2.bindAddress") == null) {
      // The embedded engine serves other processes of this machine; nobody else may reach it.
      System.setProperty("h2.bindAddress", "127.0.0.1");
    }
    AgroalDataSource source = null;
    try {
      source = AgroalDataSource.from(configuration(absolute(url), user, password));
      migrate(source);
      return new Database(source);
    } catch (SQLException | FlywayException e) {
      if (source != null) {
        source.close();
      }
      throw new AgentException(
          AgentErrors.DATABASE_UNAVAILABLE,
          "the database cannot be opened: " + firstLine(e),
          "check athanor.database.url and that no other program holds the file",
          e);
    }
  }

  /** The embedded engine refuses relative paths; a relative home folder is meant from here. */
  static String absolute(String url) {
    if (!url.startsWith(EMBEDDED)) {
      return url;
    }
    int end = url.indexOf(';') < 0 ? url.length() : url.indexOf(';');
    String file = url.substring(EMBEDDED.length(), end);
    return file.startsWith("~")
        ? url
        : EMBEDDED + Path.of(file).toAbsolutePath().normalize() + url.substring(end);
  }

  private static AgroalDataSourceConfigurationSupplier configuration(
      String url, String user, String password) {
    return new AgroalDataSourceConfigurationSupplier()
        .connectionPoolConfiguration(
            pool ->
                pool.maxSize(POOL)
                    .acquisitionTimeout(Duration.ofSeconds(30))
                    .connectionFactoryConfiguration(
                        factory -> {
                          factory
                              .jdbcUrl(url)
                              .connectionProviderClass(driver(url))
                              .autoCommit(true);
                          if (!user.isEmpty()) {
                            factory.principal(new NamePrincipal(user));
                            factory.credential(new SimplePassword(password));
                          }
                          return factory;
                        }));
  }

  /** Named outright: the registry of drivers forgets those of another class loader. */
  private static Class<? extends Driver> driver(String url) {
    String name = url.startsWith("jdbc:postgresql:") ? "org.postgresql.Driver" : "org.h2.Driver";
    try {
      return Class.forName(name).asSubclass(Driver.class);
    } catch (ClassNotFoundException e) {
      throw new IllegalStateException("the driver is packaged with the product: " + name, e);
    }
  }

  private static void migrate(AgroalDataSource source) {
    Flyway.configure(Database.class.getClassLoader())
        .dataSource(source)
        .resourceProvider(new PackagedMigrations(Database.class.getClassLoader()))
        .table("athanor_schema")
        .load()
        .migrate();
  }

  <T> T with(Work<T> work) {
    try (Connection connection = source.getConnection()) {
      return work.apply(connection);
    } catch (SQLException e) {
      throw new AgentException(
          AgentErrors.DATABASE_UNAVAILABLE,
          "the database does not answer: " + firstLine(e),
          "check that it runs, then try again",
          e);
    }
  }

  static boolean isDuplicate(SQLException e) {
    return "23505".equals(e.getSQLState());
  }

  private static String firstLine(Exception e) {
    return String.valueOf(e.getMessage()).lines().findFirst().orElse("").strip();
  }

  @Override
  public void close() {
    source.close();
  }
}
