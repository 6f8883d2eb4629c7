package dev.athanor.screening;

import java.util.List;

/**
 * One question put to every specimen that reaches it. Deterministic, and safe for use from several
 * threads; a defect of one specimen is a verdict, an exception stops the campaign.
 */
public interface Gate {
  /** A name, unique in its funnel. */
  String name();

  /** One verdict for each specimen, in order. */
  List<Verdict> judge(List<Specimen> specimens);
}
