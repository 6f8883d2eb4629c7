package dev.athanor.screening;

import dev.athanor.matter.crystal.CrystalRecord;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * A crystal on its way through a funnel.
 *
 * @param entry the crystal as its source gave it
 * @param findings what the gates found out so far, by name, as JSON text
 */
public record Specimen(CrystalRecord entry, Map<String, String> findings) {
  public Specimen {
    findings = Collections.unmodifiableMap(new TreeMap<>(findings));
  }

  /**
   * A crystal about which nothing was found yet; its formula is put among its words, as the stored
   * form has it, so that a resumed specimen equals a fresh one.
   */
  public static Specimen of(CrystalRecord entry) {
    Map<String, String> texts = new TreeMap<>(entry.texts());
    texts.putIfAbsent("formula", entry.crystal().composition().formula());
    return new Specimen(
        new CrystalRecord(entry.id(), entry.crystal(), entry.numbers(), texts), Map.of());
  }

  /** With one more finding. */
  public Specimen with(String name, String json) {
    Map<String, String> more = new TreeMap<>(findings);
    more.put(name, json);
    return new Specimen(entry, more);
  }
}
