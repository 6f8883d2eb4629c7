package dev.athanor.agent.investigation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.athanor.agent.json.CanonicalJson;
import java.time.Instant;

/**
 * An event in its place in the journal.
 *
 * @param investigation whose
 * @param sequence 1, 2, 3, ...
 * @param at when, to the millisecond
 * @param event what
 * @param previousHash hash of the entry before; 64 zeros for the first
 * @param hash SHA-256 of the canonical JSON of all the others
 */
public record JournalEntry(
    String investigation,
    long sequence,
    Instant at,
    Event event,
    String previousHash,
    String hash) {
  /** The version of the form in which entries are written. */
  public static final int FORMAT = 1;

  /** What the first entry names as the hash before it. */
  public static final String NO_HASH = "0".repeat(64);

  /** The text over which the hash is taken. */
  public String body() {
    ObjectNode node = JsonNodeFactory.instance.objectNode();
    node.put("format", FORMAT);
    node.put("investigation", investigation);
    node.put("sequence", sequence);
    node.put("type", event.type());
    node.put("at", at.toString());
    node.set("payload", EventJson.payload(event));
    node.put("previous_hash", previousHash);
    return CanonicalJson.write(node);
  }

  /** The entry as REST and the live stream show it. */
  public JsonNode json() {
    ObjectNode node = JsonNodeFactory.instance.objectNode();
    node.put("investigation", investigation);
    node.put("sequence", sequence);
    node.put("type", event.type());
    node.put("at", at.toString());
    node.set("payload", EventJson.payload(event));
    node.put("previous_hash", previousHash);
    node.put("hash", hash);
    return node;
  }
}
