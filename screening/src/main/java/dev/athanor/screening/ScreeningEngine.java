package dev.athanor.screening;

/** Runs a funnel over a source; where and on how many machines is the engine's affair. */
public interface ScreeningEngine {
  /**
   * Runs, or resumes, a campaign until it is completed, paused, failed or interrupted. Shards that
   * are kept in {@code checkpoints} are not computed again.
   *
   * @throws ScreeningException {@code OTHER_CAMPAIGN} if the checkpoints belong to another one
   */
  CampaignResult run(Funnel funnel, Source source, Checkpoints checkpoints, CampaignWatch watch);
}
