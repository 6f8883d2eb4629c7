package dev.athanor.agent.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;
import picocli.CommandLine.IVersionProvider;

/** The version that Maven gave to the build. */
final class ProductVersion implements IVersionProvider {
  private static final String RESOURCE = "/META-INF/maven/dev.athanor/athanor-agent/pom.properties";

  @Override
  public String[] getVersion() {
    return new String[] {"athanor " + number(), "Java " + Runtime.version()};
  }

  private static String number() {
    try (InputStream stream = ProductVersion.class.getResourceAsStream(RESOURCE)) {
      if (stream == null) {
        return "(not packaged)";
      }
      Properties properties = new Properties();
      properties.load(stream);
      return properties.getProperty("version", "(unknown)");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
