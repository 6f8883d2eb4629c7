package dev.athanor.models.learning;

import dev.athanor.models.ModelErrors;
import dev.athanor.models.ModelException;
import dev.athanor.models.cards.ModelCard;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;

/**
 * Where a training run stands: the optimiser's vectors, its steps, the time already spent, and how
 * the error fell, and which training it is. Written to a file beside and then moved, so that an
 * interrupted write leaves the one before. Files of earlier formats, which do not say of which
 * training they are, are refused.
 *
 * @param identity of the training that wrote it
 * @param state the optimiser's vectors
 * @param steps taken
 * @param seconds of training so far
 * @param epoch passes so far
 * @param history one point for each pass
 */
@SuppressWarnings("ArrayRecordComponent") // written and read, never compared
public record Checkpoint(
    TrainingIdentity identity,
    float[][] state,
    long steps,
    double seconds,
    int epoch,
    List<ModelCard.LearningPoint> history) {
  private static final int FIRST_FORMAT = 0x41544B31;
  private static final int MAGIC = 0x41544B33;
  private static final int MOST_POINTS = 1_000_000;

  public Checkpoint {
    history = List.copyOf(history);
  }

  /** Writes a file beside, then moves it. */
  public void write(Path file) {
    Path partial = file.resolveSibling(file.getFileName() + ".part");
    try {
      try (DataOutputStream out =
          new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(partial), 1 << 16))) {
        out.writeInt(MAGIC);
        out.writeLong(identity.seed());
        out.writeUTF(identity.data());
        out.writeUTF(identity.settings());
        out.writeLong(steps);
        out.writeDouble(seconds);
        out.writeInt(epoch);
        out.writeInt(history.size());
        for (ModelCard.LearningPoint point : history) {
          out.writeInt(point.epoch());
          out.writeDouble(point.seconds());
          out.writeDouble(point.training());
          out.writeDouble(point.validation());
        }
        out.writeInt(state.length);
        out.writeInt(state[0].length);
        for (float[] vector : state) {
          for (float value : vector) {
            out.writeFloat(value);
          }
        }
      }
      Files.move(partial, file, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new ModelException(
          ModelErrors.BAD_DATA, "checkpoint cannot be written: " + e.getMessage(), e);
    }
  }

  /** What a file says before the vectors: its steps, time, passes and history, and no state. */
  public static Checkpoint progress(Path file) {
    try (DataInputStream in = open(file)) {
      return header(in);
    } catch (IOException e) {
      throw unreadable(e);
    }
  }

  /**
   * Reads what a training left, so that it can go on.
   *
   * @param identity of the training that wants to go on
   * @param size of the network, in parameters
   * @throws ModelException {@code TRAINING_BEGUN} where another training wrote it, {@code
   *     WEIGHTS_MISMATCH} or {@code WEIGHTS_CORRUPTED} where it cannot be used at all
   */
  public static Checkpoint read(Path file, TrainingIdentity identity, int size) {
    try (DataInputStream in = open(file)) {
      Checkpoint header = header(in);
      identity.requireSame(header.identity);
      int vectors = in.readInt();
      int length = in.readInt();
      if (vectors != 4 || length != size) {
        throw new ModelException(
            ModelErrors.WEIGHTS_MISMATCH, "the checkpoint belongs to a network of another size");
      }
      float[][] state = new float[vectors][length];
      for (float[] vector : state) {
        for (int i = 0; i < length; i++) {
          vector[i] = in.readFloat();
        }
      }
      return new Checkpoint(
          header.identity, state, header.steps, header.seconds, header.epoch, header.history);
    } catch (IOException e) {
      throw unreadable(e);
    }
  }

  private static DataInputStream open(Path file) throws IOException {
    return new DataInputStream(new BufferedInputStream(Files.newInputStream(file), 1 << 16));
  }

  private static Checkpoint header(DataInputStream in) throws IOException {
    int magic = in.readInt();
    if (magic >= FIRST_FORMAT && magic < MAGIC) {
      throw new ModelException(
          ModelErrors.WEIGHTS_MISMATCH,
          "the checkpoint is of an earlier version, which does not say what it was trained on");
    }
    if (magic != MAGIC) {
      throw new ModelException(ModelErrors.WEIGHTS_CORRUPTED, "this is no checkpoint");
    }
    TrainingIdentity identity = new TrainingIdentity(in.readLong(), in.readUTF(), in.readUTF());
    long steps = in.readLong();
    double seconds = in.readDouble();
    int epoch = in.readInt();
    return new Checkpoint(identity, new float[0][], steps, seconds, epoch, history(in));
  }

  private static List<ModelCard.LearningPoint> history(DataInputStream in) throws IOException {
    int count = in.readInt();
    if (count < 0 || count > MOST_POINTS) {
      throw new ModelException(ModelErrors.WEIGHTS_CORRUPTED, "this is no checkpoint");
    }
    List<ModelCard.LearningPoint> history = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      history.add(
          new ModelCard.LearningPoint(
              in.readInt(), in.readDouble(), in.readDouble(), in.readDouble()));
    }
    return history;
  }

  private static ModelException unreadable(IOException e) {
    return new ModelException(
        ModelErrors.WEIGHTS_CORRUPTED, "the checkpoint cannot be read: " + e.getMessage(), e);
  }
}
