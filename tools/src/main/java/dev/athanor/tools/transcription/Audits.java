package dev.athanor.tools.transcription;

import dev.athanor.models.privacy.accounting.PrivateMechanism;
import dev.athanor.models.privacy.audit.AuditFinding;
import dev.athanor.models.privacy.mechanism.SecureNoise;
import dev.athanor.models.privacy.trial.Fault;
import dev.athanor.models.privacy.trial.MechanismTrial;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;

/** Audits of mechanisms as they are built, on made-up records. */
public final class Audits {
  /** Of each finding. */
  public static final double CONFIDENCE = 0.95;

  private Audits() {}

  /** The mechanisms by which all methods release anything, each with a price like a plan's. */
  public static List<PrivateMechanism> shipped(double epsilon, double delta) {
    return ShippedMechanisms.at(epsilon, delta);
  }

  /**
   * Audits each mechanism.
   *
   * @param runs with a canary, and as many without
   * @param fault put in beforehand
   */
  public static List<AuditLine> of(
      List<PrivateMechanism> mechanisms, double delta, int runs, Fault fault, Runnable afterEach) {
    // errors of several audits add up: each gets its share
    int count = new LinkedHashSet<>(mechanisms).size();
    double confidence = 1 - (1 - CONFIDENCE) / Math.max(1, count);
    List<AuditLine> lines = new ArrayList<>();
    for (PrivateMechanism mechanism : new LinkedHashSet<>(mechanisms)) {
      MechanismLine line = MechanismLine.of(mechanism, delta);
      AuditFinding found =
          new MechanismTrial(new SecureNoise(), runs, confidence).audit(mechanism, delta, fault);
      lines.add(
          new AuditLine(
              line.words(),
              line.epsilon(),
              found.epsilonAtLeast(),
              CONFIDENCE,
              found.attempts(),
              found.refutes(line.epsilon())));
      afterEach.run();
    }
    return lines;
  }
}
