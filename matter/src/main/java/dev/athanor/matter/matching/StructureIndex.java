package dev.athanor.matter.matching;

import dev.athanor.matter.MatterErrors;
import dev.athanor.matter.MatterException;
import dev.athanor.matter.crystal.Crystal;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.stream.IntStream;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/**
 * Known structures by fingerprint: is this crystal known, and which are like it.
 *
 * <p>Entries lie sorted by the key of their composition, so that a question looks at one short run
 * of them; answers are exact, not approximate. A second order, by the numbers of the formula alone,
 * serves questions about prototypes. Immutable and safe to share between threads.
 */
public final class StructureIndex {
  private static final int MAGIC = 0x41544853;
  private static final int VERSION = 2;
  private static final int MAX_ENTRIES = 20_000_000;
  private static final int MAX_ID_BYTES = 200;
  private static final Comparator<Match> NEAREST_FIRST =
      Comparator.comparingDouble(Match::distance).thenComparing(Match::id);

  private final long[] compositionKeys;
  private final long[] anonymousKeys;
  private final char[] siteCounts;
  private final byte[] values;
  private final String[] ids;
  private final Map<Long, int[]> byAnonymousKey;

  private StructureIndex(
      long[] compositionKeys,
      long[] anonymousKeys,
      char[] siteCounts,
      byte[] values,
      String[] ids) {
    this.compositionKeys = compositionKeys;
    this.anonymousKeys = anonymousKeys;
    this.siteCounts = siteCounts;
    this.values = values;
    this.ids = ids;
    Map<Long, List<Integer>> groups = new HashMap<>();
    for (int i = 0; i < ids.length; i++) {
      groups.computeIfAbsent(anonymousKeys[i], key -> new ArrayList<>()).add(i);
    }
    byAnonymousKey = new HashMap<>();
    groups.forEach(
        (key, list) ->
            byAnonymousKey.put(key, list.stream().mapToInt(Integer::intValue).toArray()));
  }

  /** An empty builder. */
  public static Builder builder() {
    return new Builder();
  }

  /** Number of structures. */
  public int size() {
    return ids.length;
  }

  /** Identifier of an entry, numbered from 0. */
  public String id(int entry) {
    return ids[entry];
  }

  /** Fingerprint of an entry, numbered from 0. */
  public StructureFingerprint fingerprint(int entry) {
    int from = entry * StructureFingerprint.LENGTH;
    return new StructureFingerprint(
        compositionKeys[entry],
        anonymousKeys[entry],
        siteCounts[entry],
        Arrays.copyOfRange(values, from, from + StructureFingerprint.LENGTH));
  }

  /**
   * The known structures of the same reduced formula, most similar first, at most {@code count}.
   */
  public List<Match> nearest(StructureFingerprint fingerprint, int count) {
    int start = lowerBound(fingerprint.compositionKey());
    int end = start;
    while (end < ids.length && compositionKeys[end] == fingerprint.compositionKey()) {
      end++;
    }
    return best(IntStream.range(start, end), fingerprint, StructureFingerprint.LENGTH, count);
  }

  /**
   * The known structures whose formula has the same numbers, those with the most similar
   * arrangement first whatever the elements are, at most {@code count}.
   */
  public List<Match> nearestByPrototype(StructureFingerprint fingerprint, int count) {
    return best(
        Arrays.stream(byAnonymousKey.getOrDefault(fingerprint.anonymousKey(), new int[0])),
        fingerprint,
        StructureFingerprint.ANONYMOUS_LENGTH,
        count);
  }

  /** Whether a structure of this reduced formula is known, in whatever arrangement. */
  public boolean knowsComposition(StructureFingerprint fingerprint) {
    return !nearest(fingerprint, 1).isEmpty();
  }

  /** Whether this crystal is known. */
  public Novelty novelty(Crystal crystal) {
    return novelty(StructureFingerprint.of(crystal));
  }

  /** Whether the crystal with this fingerprint is known. */
  public Novelty novelty(StructureFingerprint fingerprint) {
    Optional<Match> nearest = nearest(fingerprint, 1).stream().findFirst();
    Novelty.Verdict verdict =
        nearest
            .map(
                match ->
                    match.distance() <= StructureFingerprint.SAME
                        ? Novelty.Verdict.KNOWN
                        : Novelty.Verdict.KNOWN_COMPOSITION_OTHER_STRUCTURE)
            .orElse(Novelty.Verdict.NEW_COMPOSITION);
    return new Novelty(verdict, nearest);
  }

  /**
   * Writes the index, compressed; the stream is left open.
   *
   * @throws IOException where the stream fails
   */
  public void save(OutputStream stream) throws IOException {
    GZIPOutputStream zip = new GZIPOutputStream(stream, 1 << 16);
    DataOutputStream out = new DataOutputStream(new BufferedOutputStream(zip, 1 << 16));
    out.writeInt(MAGIC);
    out.writeInt(VERSION);
    out.writeInt(StructureFingerprint.LENGTH);
    out.writeInt(ids.length);
    for (long key : compositionKeys) {
      out.writeLong(key);
    }
    for (long key : anonymousKeys) {
      out.writeLong(key);
    }
    for (char count : siteCounts) {
      out.writeChar(count);
    }
    // byte by byte of all entries: like numbers stand together and compress better
    for (int k = 0; k < StructureFingerprint.LENGTH; k++) {
      for (int i = 0; i < ids.length; i++) {
        out.writeByte(values[i * StructureFingerprint.LENGTH + k]);
      }
    }
    for (String id : ids) {
      byte[] bytes = id.getBytes(StandardCharsets.UTF_8);
      out.writeByte(bytes.length);
      out.write(bytes);
    }
    out.flush();
    zip.finish();
  }

  /**
   * Reads what {@link #save} wrote; the stream is left open.
   *
   * @throws IOException where the stream fails or ends early
   * @throws MatterException {@code UNKNOWN_FORMAT} where it is no index of this version, {@code
   *     TOO_LARGE} where it announces too many entries
   */
  public static StructureIndex load(InputStream stream) throws IOException {
    DataInputStream in =
        new DataInputStream(new BufferedInputStream(new GZIPInputStream(stream, 1 << 16), 1 << 16));
    if (in.readInt() != MAGIC) {
      throw new MatterException(MatterErrors.UNKNOWN_FORMAT, "this is no structure index");
    }
    int version = in.readInt();
    if (version != VERSION || in.readInt() != StructureFingerprint.LENGTH) {
      throw new MatterException(
          MatterErrors.UNKNOWN_FORMAT,
          "a structure index of version "
              + version
              + "; this program reads version "
              + VERSION
              + " only: build it anew from the structures");
    }
    int count = in.readInt();
    if (count < 0 || count > MAX_ENTRIES) {
      throw new MatterException(
          MatterErrors.TOO_LARGE, "a structure index has at most " + MAX_ENTRIES + " entries");
    }
    long[] compositionKeys = new long[count];
    for (int i = 0; i < count; i++) {
      compositionKeys[i] = in.readLong();
    }
    long[] anonymousKeys = new long[count];
    for (int i = 0; i < count; i++) {
      anonymousKeys[i] = in.readLong();
    }
    char[] siteCounts = new char[count];
    for (int i = 0; i < count; i++) {
      siteCounts[i] = in.readChar();
    }
    byte[] values = new byte[count * StructureFingerprint.LENGTH];
    byte[] column = new byte[count];
    for (int k = 0; k < StructureFingerprint.LENGTH; k++) {
      in.readFully(column);
      for (int i = 0; i < count; i++) {
        values[i * StructureFingerprint.LENGTH + k] = column[i];
      }
    }
    String[] ids = new String[count];
    for (int i = 0; i < count; i++) {
      byte[] bytes = new byte[in.readUnsignedByte()];
      in.readFully(bytes);
      ids[i] = new String(bytes, StandardCharsets.UTF_8);
    }
    return new StructureIndex(compositionKeys, anonymousKeys, siteCounts, values, ids);
  }

  /** Keeps the best while it looks at each entry once. */
  private List<Match> best(
      IntStream entries, StructureFingerprint fingerprint, int length, int count) {
    byte[] wanted = fingerprint.values();
    PriorityQueue<Match> kept = new PriorityQueue<>(NEAREST_FIRST.reversed());
    entries.forEach(
        i -> {
          Match worst = kept.peek();
          double most =
              worst == null || kept.size() < count ? Double.POSITIVE_INFINITY : worst.distance();
          double distance =
              StructureFingerprint.difference(
                  fingerprint.siteCount(),
                  wanted,
                  siteCounts[i],
                  values,
                  i * StructureFingerprint.LENGTH,
                  length,
                  most);
          if (distance <= most && count > 0) {
            kept.add(new Match(ids[i], distance));
            if (kept.size() > count) {
              kept.remove();
            }
          }
        });
    return kept.stream().sorted(NEAREST_FIRST).toList();
  }

  private int lowerBound(long key) {
    int low = 0;
    int high = compositionKeys.length;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (compositionKeys[middle] < key) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  /**
   * A known structure that resembles the one asked about.
   *
   * @param id its identifier
   * @param distance see {@link StructureFingerprint#distance}
   */
  public record Match(String id, double distance) {}

  /** Collects structures; not safe to share between threads. */
  public static final class Builder {
    private final List<String> ids = new ArrayList<>();
    private final List<StructureFingerprint> fingerprints = new ArrayList<>();

    private Builder() {}

    /** Adds a structure. */
    public Builder add(String id, Crystal crystal) {
      return add(id, StructureFingerprint.of(crystal));
    }

    /**
     * Adds a structure by its fingerprint.
     *
     * @throws MatterException {@code TOO_LARGE} where the identifier is longer than 200 bytes
     */
    public Builder add(String id, StructureFingerprint fingerprint) {
      if (id.getBytes(StandardCharsets.UTF_8).length > MAX_ID_BYTES) {
        throw new MatterException(
            MatterErrors.TOO_LARGE, "an identifier has at most " + MAX_ID_BYTES + " bytes");
      }
      ids.add(id);
      fingerprints.add(fingerprint);
      return this;
    }

    /** The index of everything added. */
    public StructureIndex build() {
      Integer[] order = new Integer[ids.size()];
      Arrays.setAll(order, i -> i);
      Arrays.sort(
          order,
          Comparator.<Integer>comparingLong(i -> fingerprints.get(i).compositionKey())
              .thenComparing(ids::get));
      long[] compositionKeys = new long[order.length];
      long[] anonymousKeys = new long[order.length];
      char[] siteCounts = new char[order.length];
      byte[] values = new byte[order.length * StructureFingerprint.LENGTH];
      String[] sortedIds = new String[order.length];
      for (int i = 0; i < order.length; i++) {
        StructureFingerprint fingerprint = fingerprints.get(order[i]);
        compositionKeys[i] = fingerprint.compositionKey();
        anonymousKeys[i] = fingerprint.anonymousKey();
        siteCounts[i] = (char) fingerprint.siteCount();
        System.arraycopy(
            fingerprint.values(),
            0,
            values,
            i * StructureFingerprint.LENGTH,
            StructureFingerprint.LENGTH);
        sortedIds[i] = ids.get(order[i]);
      }
      return new StructureIndex(compositionKeys, anonymousKeys, siteCounts, values, sortedIds);
    }
  }
}
