package dev.athanor.agent.journal;

import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.flywaydb.core.api.ResourceProvider;
import org.flywaydb.core.api.resource.LoadableResource;
import org.jspecify.annotations.Nullable;

/**
 * The migrations by name. Flyway would search folders of the class path, which the class loader of
 * the packaged application does not offer; so that they are listed here.
 */
final class PackagedMigrations implements ResourceProvider {
  private static final String FOLDER = "db/migration/";
  private static final List<String> NAMES = List.of("V1__journal.sql");

  private final ClassLoader loader;

  PackagedMigrations(ClassLoader loader) {
    this.loader = loader;
  }

  @Override
  public @Nullable LoadableResource getResource(String name) {
    return NAMES.stream()
        .filter(known -> name.endsWith(known))
        .findFirst()
        .map(known -> (LoadableResource) new Packaged(known))
        .orElse(null);
  }

  @Override
  public Collection<LoadableResource> getResources(String prefix, String[] suffixes) {
    return NAMES.stream()
        .filter(name -> name.startsWith(prefix))
        .filter(name -> Arrays.stream(suffixes).anyMatch(name::endsWith))
        .map(name -> (LoadableResource) new Packaged(name))
        .toList();
  }

  private final class Packaged extends LoadableResource {
    private final String name;

    Packaged(String name) {
      this.name = name;
    }

    @Override
    public Reader read() {
      InputStream stream =
          Optional.ofNullable(loader.getResourceAsStream(FOLDER + name))
              .orElseThrow(() -> new IllegalStateException("migration not packaged: " + name));
      return new InputStreamReader(stream, StandardCharsets.UTF_8);
    }

    @Override
    public String getAbsolutePath() {
      return FOLDER + name;
    }

    @Override
    public String getAbsolutePathOnDisk() {
      return FOLDER + name;
    }

    @Override
    public String getFilename() {
      return name;
    }

    @Override
    public String getRelativePath() {
      return name;
    }
  }
}
