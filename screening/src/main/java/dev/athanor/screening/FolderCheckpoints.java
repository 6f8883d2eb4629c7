package dev.athanor.screening;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Locale;
import java.util.Optional;

/**
 * Checkpoints as files: {@code campaign.txt} says to whom the folder belongs, {@code
 * shard-000042.jsonl} holds a finished shard. Files are written beside and renamed, so that a kill
 * leaves a whole file or none.
 */
public final class FolderCheckpoints implements Checkpoints {
  private static final String OWNER = "campaign.txt";

  private final Path folder;

  /** Checkpoints in a folder, which is made when the campaign starts. */
  public FolderCheckpoints(Path folder) {
    this.folder = folder;
  }

  @Override
  public void open(String campaign) {
    try {
      Files.createDirectories(folder);
      Path owner = folder.resolve(OWNER);
      if (!Files.exists(owner)) {
        write(owner, campaign);
      } else if (!Files.readString(owner).equals(campaign)) {
        throw new ScreeningException(
            ScreeningErrors.OTHER_CAMPAIGN,
            "the folder holds the results of another campaign; give an empty one");
      }
    } catch (IOException e) {
      throw unusable(e);
    }
  }

  @Override
  public Optional<ShardResult> load(int shard) {
    Path file = file(shard);
    if (!Files.exists(file)) {
      return Optional.empty();
    }
    try {
      return Optional.of(ShardLines.read(shard, Files.readAllLines(file, StandardCharsets.UTF_8)));
    } catch (IOException e) {
      throw unusable(e);
    }
  }

  @Override
  public void save(ShardResult result) {
    try {
      write(file(result.shard()), ShardLines.write(result));
    } catch (IOException e) {
      throw unusable(e);
    }
  }

  private Path file(int shard) {
    return folder.resolve(String.format(Locale.ROOT, "shard-%06d.jsonl", shard));
  }

  private void write(Path file, String text) throws IOException {
    Path beside = Files.createTempFile(folder, "writing-", ".tmp");
    Files.writeString(beside, text);
    Files.move(beside, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }

  private static ScreeningException unusable(IOException cause) {
    return new ScreeningException(
        ScreeningErrors.INPUT_OUTPUT, "the folder of checkpoints cannot be used", cause);
  }
}
