package dev.athanor.screening;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Gates in the order in which they are passed.
 *
 * @param definition text that is different for funnels that may give different results: gates,
 *     limits, version of the models; a campaign is never resumed with another one
 * @param gates cheap and strict ones first
 */
public record Funnel(String definition, List<Gate> gates) {
  public Funnel {
    gates = List.copyOf(gates);
    Set<String> names = new HashSet<>();
    for (Gate gate : gates) {
      if (!names.add(gate.name())) {
        throw new ScreeningException(
            ScreeningErrors.BAD_FUNNEL, "two gates are named " + gate.name());
      }
    }
    if (gates.isEmpty()) {
      throw new ScreeningException(ScreeningErrors.BAD_FUNNEL, "a funnel needs at least one gate");
    }
  }
}
