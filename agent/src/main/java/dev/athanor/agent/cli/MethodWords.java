package dev.athanor.agent.cli;

import dev.athanor.models.privacy.transcription.MethodName;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** The methods of transcription as words of the command line. */
final class MethodWords implements Iterable<String>, ITypeConverter<MethodName> {
  private static List<String> words() {
    return Arrays.stream(MethodName.values()).map(MethodName::word).toList();
  }

  @Override
  public Iterator<String> iterator() {
    return words().iterator();
  }

  @Override
  public MethodName convert(String word) {
    return Arrays.stream(MethodName.values())
        .filter(name -> name.word().equals(word))
        .findFirst()
        .orElseThrow(
            () ->
                new TypeConversionException(
                    "'" + word + "' is none of " + String.join(", ", words())));
  }
}
