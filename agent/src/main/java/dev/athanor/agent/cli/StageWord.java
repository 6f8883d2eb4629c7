package dev.athanor.agent.cli;

import dev.athanor.models.elements.training.TrainingStage;
import java.util.Arrays;
import java.util.Iterator;
import java.util.Locale;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** The stages of a training as they are typed: in small letters, or in any. */
final class StageWord implements ITypeConverter<TrainingStage>, Iterable<String> {
  @Override
  public TrainingStage convert(String word) {
    return Arrays.stream(TrainingStage.values())
        .filter(stage -> stage.name().equalsIgnoreCase(word))
        .findFirst()
        .orElseThrow(
            () ->
                new TypeConversionException(
                    "'" + word + "' is none of " + String.join(", ", this)));
  }

  @Override
  public Iterator<String> iterator() {
    return Arrays.stream(TrainingStage.values())
        .map(stage -> stage.name().toLowerCase(Locale.ROOT))
        .iterator();
  }
}
