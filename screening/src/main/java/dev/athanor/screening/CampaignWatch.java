package dev.athanor.screening;

/** Whoever follows a campaign and may stop it. */
public interface CampaignWatch {
  /** Called after every finished shard, from one thread at a time. */
  void progressed(Campaign campaign);

  /** Asked before every shard; true pauses the campaign. */
  boolean pauseWanted();

  /** Lets it run. */
  static CampaignWatch none() {
    return new CampaignWatch() {
      @Override
      public void progressed(Campaign campaign) {
        // nobody looks
      }

      @Override
      public boolean pauseWanted() {
        return false;
      }
    };
  }
}
