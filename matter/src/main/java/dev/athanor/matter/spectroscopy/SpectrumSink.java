package dev.athanor.matter.spectroscopy;

import dev.athanor.matter.MatterException;
import java.util.List;

/** Takes spectra one after another, and what could not be read as one. */
public interface SpectrumSink {
  /** A spectrum. */
  void accepted(SpectrumRecord entry);

  /**
   * Something that should have been a spectrum.
   *
   * @param id identifier that it would have had
   * @param why code, message, line
   */
  void rejected(String id, MatterException why);

  /** Keeps every spectrum in {@code entries} and fails at the first that is none. */
  static SpectrumSink strictInto(List<SpectrumRecord> entries) {
    return new SpectrumSink() {
      @Override
      public void accepted(SpectrumRecord entry) {
        entries.add(entry);
      }

      @Override
      public void rejected(String id, MatterException why) {
        throw why;
      }
    };
  }
}
