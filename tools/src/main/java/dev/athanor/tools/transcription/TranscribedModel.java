package dev.athanor.tools.transcription;

import dev.athanor.models.privacy.transcription.Domain;
import dev.athanor.models.privacy.transcription.Student;
import dev.athanor.tools.ToolErrors;
import dev.athanor.tools.ToolException;
import dev.athanor.tools.ToolJson;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/**
 * A model that was given away, with its card. In a file it is a ZIP archive of two entries: {@code
 * card.json}, and {@code student.athw} with the weights. Nothing else is in it.
 *
 * @param card how it must be asked, and what it promises
 * @param student the model
 */
public record TranscribedModel(StudentCard card, Student student) {
  private static final String CARD = "card.json";
  private static final String WEIGHTS = "student.athw";
  private static final int LARGEST = 256 << 20;

  /** Entries carry no time, so that the same model gives the same bytes: 1980-01-01, UTC or not. */
  private static final long NO_TIME = 315_532_800_000L + 86_400_000L;

  private static final ToolJson JSON = new ToolJson();

  /** The file. */
  public byte[] bytes() {
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(file)) {
      entry(zip, CARD);
      zip.write(JSON.bytes(card));
      entry(zip, WEIGHTS);
      student.weights().write(zip);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return file.toByteArray();
  }

  private static void entry(ZipOutputStream zip, String name) throws IOException {
    ZipEntry entry = new ZipEntry(name);
    entry.setTime(NO_TIME);
    zip.putNextEntry(entry);
  }

  /**
   * Reads a file.
   *
   * @throws ToolException {@code BAD_INPUT} where it is none that {@link #bytes} gave
   * @throws dev.athanor.models.ModelException {@code WEIGHTS_CORRUPTED} or {@code WEIGHTS_MISMATCH}
   */
  public static TranscribedModel read(InputStream in, PrivateModels.StudentReader reader) {
    Map<String, byte[]> entries = new HashMap<>();
    try (ZipInputStream zip = new ZipInputStream(in)) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        boolean known = entry.getName().equals(CARD) || entry.getName().equals(WEIGHTS);
        byte[] content = known ? zip.readNBytes(LARGEST + 1) : new byte[0];
        if (!known || content.length > LARGEST || entries.put(entry.getName(), content) != null) {
          throw noModel();
        }
      }
    } catch (IOException | IllegalArgumentException e) {
      throw noModel();
    }
    byte[] card = entries.get(CARD);
    byte[] weights = entries.get(WEIGHTS);
    if (card == null || weights == null) {
      throw noModel();
    }
    StudentCard read = JSON.parse(StudentCard.class, card, "model that was transcribed");
    Student student = reader.read(new ByteArrayInputStream(weights));
    Domain declared = read.declaration().domain();
    if (student.domain().classes() != declared.classes()
        || student.domain().features().inputWidth() != declared.features().inputWidth()) {
      throw noModel();
    }
    return new TranscribedModel(read, student);
  }

  private static ToolException noModel() {
    return new ToolException(
        ToolErrors.BAD_INPUT,
        "this is no model that was transcribed, or a damaged one",
        "give a file that 'athanor transcribe' wrote");
  }
}
