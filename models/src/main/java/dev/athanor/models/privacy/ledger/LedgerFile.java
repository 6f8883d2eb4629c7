package dev.athanor.models.privacy.ledger;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import dev.athanor.models.ModelErrors;
import dev.athanor.models.ModelException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * The ledger on disk: a JSON line for each event, with the SHA-256 of the line before, appended
 * under a lock that other processes respect, and forced to the disk before anyone is told.
 *
 * <p>What stands after the last line break was never told to anyone, since the program stopped
 * while it wrote: it is cut off at the next append.
 */
final class LedgerFile {
  private static final long MOST_BYTES = 64L << 20;
  private static final String PREVIOUS = "previous";
  private static final String EVENT = "event";
  private static final String NOTHING_BEFORE = "0".repeat(64);

  private static final ObjectMapper JSON =
      JsonMapper.builder()
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
          .addModule(new JavaTimeModule())
          .build();

  private final Path file;

  LedgerFile(Path file) {
    this.file = file;
  }

  /** What stood there, and where the next line goes. */
  private record Content(List<LedgerEvent> events, String hash, long length) {}

  List<LedgerEvent> read() {
    return Files.exists(file) ? locked(channel -> content(channel).events()) : List.of();
  }

  /**
   * Appends what a decision makes of the events so far, while no one else can append.
   *
   * @return the event, which is on the disk
   */
  LedgerEvent append(Function<List<LedgerEvent>, LedgerEvent> decision) {
    return locked(
        channel -> {
          Content before = content(channel);
          LedgerEvent event = decision.apply(before.events());
          ObjectNode line = JSON.createObjectNode();
          line.set(EVENT, JSON.valueToTree(event));
          line.put(PREVIOUS, before.hash());
          write(channel, before.length(), JSON.writeValueAsString(line) + "\n");
          return event;
        });
  }

  private static void write(FileChannel channel, long position, String line) throws IOException {
    channel.truncate(position);
    ByteBuffer bytes = ByteBuffer.wrap(line.getBytes(StandardCharsets.UTF_8));
    long at = position;
    while (bytes.hasRemaining()) {
      at += channel.write(bytes, at);
    }
    channel.force(true);
  }

  private Content content(FileChannel channel) throws IOException {
    if (channel.size() > MOST_BYTES) {
      throw damaged("is larger than " + MOST_BYTES + " bytes");
    }
    ByteBuffer bytes = ByteBuffer.allocate((int) channel.size());
    while (bytes.hasRemaining() && channel.read(bytes, bytes.position()) >= 0) {
      // reads on until all is there
    }
    byte[] all = bytes.array();
    List<LedgerEvent> events = new ArrayList<>();
    String hash = NOTHING_BEFORE;
    int from = 0;
    for (int i = 0; i < all.length; i++) {
      if (all[i] == '\n') {
        String line = new String(all, from, i - from, StandardCharsets.UTF_8);
        events.add(event(line, hash, events.size() + 1));
        hash = sha256(line);
        from = i + 1;
      }
    }
    return new Content(events, hash, from);
  }

  private LedgerEvent event(String line, String hash, int number) {
    try {
      JsonNode node = JSON.readTree(line);
      if (!hash.equals(node.path(PREVIOUS).asText())) {
        throw damaged("was altered before or in line " + number);
      }
      return Optional.ofNullable(JSON.treeToValue(node.path(EVENT), LedgerEvent.class))
          .orElseThrow(() -> damaged("has no event in line " + number));
    } catch (JsonProcessingException e) {
      throw new ModelException(
          ModelErrors.BAD_LEDGER, message("cannot be read in line " + number), e);
    }
  }

  /** What is done with the locked file. */
  @FunctionalInterface
  private interface Work<T> {
    T with(FileChannel channel) throws IOException;
  }

  private <T> T locked(Work<T> work) {
    // a lock of files holds against other processes, not against threads of this one
    synchronized (LedgerFile.class) {
      try (FileChannel channel =
              FileChannel.open(
                  file,
                  StandardOpenOption.CREATE,
                  StandardOpenOption.READ,
                  StandardOpenOption.WRITE);
          FileLock lock = channel.lock()) {
        if (!lock.isValid()) {
          throw damaged("could not be locked");
        }
        return work.with(channel);
      } catch (IOException e) {
        throw new ModelException(ModelErrors.BAD_LEDGER, message("cannot be used"), e);
      }
    }
  }

  private ModelException damaged(String what) {
    return new ModelException(ModelErrors.BAD_LEDGER, message(what));
  }

  private String message(String what) {
    return "the privacy ledger " + file.getFileName() + " " + what;
  }

  private static String sha256(String line) {
    try {
      return HexFormat.of()
          .formatHex(
              MessageDigest.getInstance("SHA-256").digest(line.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
