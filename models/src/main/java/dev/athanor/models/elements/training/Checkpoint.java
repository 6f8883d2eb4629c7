package dev.athanor.models.elements.training;

import dev.athanor.models.ModelErrors;
import dev.athanor.models.ModelException;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/**
 * Where a training run stands: the optimiser's vectors, its steps, and the time already spent.
 * Written to a file beside and then moved, so that an interrupted write leaves the one before.
 */
@SuppressWarnings("ArrayRecordComponent") // written and read, never compared
record Checkpoint(float[][] state, long steps, double seconds, int epoch) {
  private static final int MAGIC = 0x41544B31;

  void write(Path file) {
    Path partial = file.resolveSibling(file.getFileName() + ".part");
    try {
      try (DataOutputStream out =
          new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(partial), 1 << 16))) {
        out.writeInt(MAGIC);
        out.writeLong(steps);
        out.writeDouble(seconds);
        out.writeInt(epoch);
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

  /** Seconds of training that a file's run has behind it, over all its interruptions. */
  static double seconds(Path file) {
    try (DataInputStream in = new DataInputStream(Files.newInputStream(file))) {
      in.readInt();
      in.readLong();
      return in.readDouble();
    } catch (IOException e) {
      throw new ModelException(
          ModelErrors.WEIGHTS_CORRUPTED, "the checkpoint cannot be read: " + e.getMessage(), e);
    }
  }

  static Checkpoint read(Path file, int size) {
    try (DataInputStream in =
        new DataInputStream(new BufferedInputStream(Files.newInputStream(file), 1 << 16))) {
      if (in.readInt() != MAGIC) {
        throw new ModelException(ModelErrors.WEIGHTS_CORRUPTED, "this is no checkpoint");
      }
      long steps = in.readLong();
      double seconds = in.readDouble();
      int epoch = in.readInt();
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
      return new Checkpoint(state, steps, seconds, epoch);
    } catch (IOException e) {
      throw new ModelException(
          ModelErrors.WEIGHTS_CORRUPTED, "the checkpoint cannot be read: " + e.getMessage(), e);
    }
  }
}
