package dev.athanor.matter.prototype;

import dev.athanor.matter.chemistry.Element;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The structure type of a crystal and who fills its slots.
 *
 * @param prototype the type
 * @param slots for every slot the elements that fill it and their shares
 * @param rms how far the sites lie from those of the type, in units of the cube root of the volume
 *     per atom; large free coordinates do not make another type
 */
public record RecognisedPrototype(
    Prototype prototype, Map<String, Map<Element, Double>> slots, double rms) {
  public RecognisedPrototype {
    slots = Collections.unmodifiableMap(new LinkedHashMap<>(slots));
  }

  /** As in {@code A15 (Cr3Si type)}, or {@code ThCr2Si2 type} where there is no symbol. */
  public String label() {
    return prototype
        .strukturbericht()
        .map(symbol -> symbol + " (" + prototype.name() + " type)")
        .orElse(prototype.name() + " type");
  }

  /** As in {@code A = Nb, B = Al 0.80 Ge 0.20}. */
  public String occupants() {
    return slots.entrySet().stream()
        .map(slot -> slot.getKey() + " = " + text(slot.getValue()))
        .collect(Collectors.joining(", "));
  }

  private static String text(Map<Element, Double> shares) {
    if (shares.size() == 1 && shares.values().iterator().next() > 1 - 1e-6) {
      return shares.keySet().iterator().next().symbol();
    }
    return shares.entrySet().stream()
        .map(share -> String.format(Locale.ROOT, "%s %.2f", share.getKey(), share.getValue()))
        .collect(Collectors.joining(" "));
  }
}
