package dev.athanor.models.elements.training;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.athanor.models.elements.graph.CrystalGraph;
import dev.athanor.models.elements.network.EnergyWeights;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.ObjIntConsumer;
import java.util.function.ToIntFunction;
import java.util.zip.GZIPOutputStream;

/**
 * Graphs and energies for a trainer outside Java: graphs are built here alone, so that no second
 * program has to know neighbours, classes of sites or angular features.
 *
 * <p>Layout, compressed with gzip: the letters {@code ATHG}; format version (1) and length of the
 * header, 32-bit little endian; the header, JSON with {@code settings} and {@code arrays} (name,
 * NumPy type, length, in order); then the arrays, little endian. Read by {@code
 * models/gpu/elements_twin.py}.
 */
public final class EnergyGraphFile {
  /** What a graph is there for. */
  public enum Kind {
    /** Trained on, with an energy of its own. */
    OWN(0),
    /** Trained on, with the energy of its composition's ground state. */
    TRANSFERRED(1),
    /** Watched, never trained on. */
    VALIDATION(2);

    private final int code;

    Kind(int code) {
      this.code = code;
    }
  }

  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final int BUFFER = 1 << 16;

  private final List<EnergySample> samples;
  private final List<Kind> kinds;
  private final double resolution;

  private EnergyGraphFile(List<EnergySample> samples, List<Kind> kinds, double resolution) {
    this.samples = samples;
    this.kinds = kinds;
    this.resolution = resolution;
  }

  /**
   * Writes a file.
   *
   * @param file where to
   * @param samples what to write
   * @param kinds beside each sample, what it is there for
   * @param weights whose references, unit and size the file carries
   * @param resolution distances are rounded to multiples of it, angstrom, so that they compress; 0
   *     leaves them as they are
   */
  public static void write(
      Path file,
      List<EnergySample> samples,
      List<Kind> kinds,
      EnergyWeights weights,
      double resolution)
      throws IOException {
    try (OutputStream out =
        new BufferedOutputStream(new GZIPOutputStream(Files.newOutputStream(file)), BUFFER)) {
      new EnergyGraphFile(samples, kinds, resolution).write(out, weights);
    }
  }

  private void write(OutputStream out, EnergyWeights weights) throws IOException {
    long nodes = sum(CrystalGraph::nodeCount);
    long occupants = sum(g -> g.occupantStart(g.nodeCount()));
    long edges = sum(CrystalGraph::edgeCount);
    ObjectNode header = MAPPER.createObjectNode();
    ObjectNode settings = header.putObject("settings");
    weights.fileSettings().forEach(settings::put);
    ArrayNode arrays = header.putArray("arrays");
    entry(arrays, "references", "<f4", weights.references().length);
    entry(arrays, "graph_energy", "<f4", samples.size());
    entry(arrays, "graph_gap", "<f4", samples.size());
    entry(arrays, "graph_kind", "<u1", samples.size());
    entry(arrays, "graph_nodes", "<i4", samples.size());
    entry(arrays, "node_share", "<f4", nodes);
    entry(arrays, "node_occupants", "<i4", nodes);
    entry(arrays, "node_edges", "<i4", nodes);
    entry(arrays, "node_angular", "<f4", nodes * CrystalGraph.ANGULAR_SIZE);
    entry(arrays, "occupant_number", "<u1", occupants);
    entry(arrays, "occupant_share", "<f4", occupants);
    entry(arrays, "edge_neighbor", "<i4", edges);
    entry(arrays, "edge_distance", "<f4", edges);
    entry(arrays, "edge_weight", "<f4", edges);
    byte[] text = header.toString().getBytes(StandardCharsets.UTF_8);
    Numbers numbers = new Numbers(out);
    out.write("ATHG".getBytes(StandardCharsets.US_ASCII));
    numbers.integer(1);
    numbers.integer(text.length);
    numbers.flush();
    out.write(text);
    for (float reference : weights.references()) {
      numbers.real(reference);
    }
    samples.forEach(s -> numbers.real((float) s.energy()));
    samples.forEach(s -> numbers.real(s.gap().map(Double::floatValue).orElse(Float.NaN)));
    kinds.forEach(k -> numbers.octet(k.code));
    samples.forEach(s -> numbers.integer(s.graph().nodeCount()));
    eachNode((g, n) -> numbers.real(g.share(n)));
    eachNode((g, n) -> numbers.integer(g.occupantStart(n + 1) - g.occupantStart(n)));
    eachNode((g, n) -> numbers.integer(g.edgeStart(n + 1) - g.edgeStart(n)));
    eachNode(
        (g, n) -> {
          for (int f = 0; f < CrystalGraph.ANGULAR_SIZE; f++) {
            numbers.real(g.angular(n, f));
          }
        });
    each(g -> g.occupantStart(g.nodeCount()), (g, o) -> numbers.octet(g.occupantNumber(o)));
    each(g -> g.occupantStart(g.nodeCount()), (g, o) -> numbers.real(g.occupantShare(o)));
    each(CrystalGraph::edgeCount, (g, e) -> numbers.integer(g.neighbor(e)));
    each(CrystalGraph::edgeCount, (g, e) -> numbers.real(rounded(g.distance(e))));
    each(CrystalGraph::edgeCount, (g, e) -> numbers.real(g.weight(e)));
    numbers.flush();
  }

  private float rounded(float distance) {
    return resolution > 0 ? (float) (Math.rint(distance / resolution) * resolution) : distance;
  }

  private long sum(ToIntFunction<CrystalGraph> size) {
    return samples.stream().mapToLong(s -> size.applyAsInt(s.graph())).sum();
  }

  private void eachNode(ObjIntConsumer<CrystalGraph> action) {
    each(CrystalGraph::nodeCount, action);
  }

  private void each(ToIntFunction<CrystalGraph> count, ObjIntConsumer<CrystalGraph> action) {
    for (EnergySample sample : samples) {
      int size = count.applyAsInt(sample.graph());
      for (int i = 0; i < size; i++) {
        action.accept(sample.graph(), i);
      }
    }
  }

  private static void entry(ArrayNode arrays, String name, String type, long length) {
    arrays.addObject().put("name", name).put("type", type).put("length", length);
  }

  /** Little endian numbers through a buffer. */
  private static final class Numbers {
    private final OutputStream out;
    private final ByteBuffer buffer = ByteBuffer.allocate(BUFFER).order(ByteOrder.LITTLE_ENDIAN);

    Numbers(OutputStream out) {
      this.out = out;
    }

    void real(float value) {
      room().putFloat(value);
    }

    void integer(int value) {
      room().putInt(value);
    }

    void octet(int value) {
      room().put((byte) value);
    }

    private ByteBuffer room() {
      if (buffer.remaining() < Float.BYTES) {
        drain();
      }
      return buffer;
    }

    private void drain() {
      try {
        flush();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    void flush() throws IOException {
      out.write(buffer.array(), 0, buffer.position());
      buffer.clear();
    }
  }
}
