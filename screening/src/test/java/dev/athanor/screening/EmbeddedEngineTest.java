package dev.athanor.screening;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.athanor.matter.chemistry.Element;
import dev.athanor.matter.crystal.Crystal;
import dev.athanor.matter.crystal.CrystalRecord;
import dev.athanor.matter.crystal.Lattice;
import dev.athanor.matter.crystal.Site;
import dev.athanor.screening.Campaign.State;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedEngineTest {
  private static final int CRYSTALS = 103;
  private static final int SHARD = 10;

  @TempDir Path folder;

  @Test
  void countsWhatEntersAndLeavesEveryGate() {
    CountingGate even = new CountingGate("even", 2);
    CountingGate third = new CountingGate("third", 3);

    CampaignResult result = run(funnel(even, third), Checkpoints.inMemory(), 2);

    assertThat(result.campaign().state()).isEqualTo(State.COMPLETED);
    assertThat(result.campaign().counts())
        .containsExactly(new GateCount("even", 103, 52, 1), new GateCount("third", 52, 18, 0));
    assertThat(result.survivors()).hasSize(18).extracting(s -> s.entry().id()).startsWith("0", "6");
    assertThat(result.survivors().get(1).findings()).containsEntry("even", "0").hasSize(2);
    assertThat(result.rejected())
        .containsExactly(new RejectedRow("7", "even", "UNLUCKY", "seven cannot be judged"));
  }

  @Test
  void resumesAfterAKillWithTheSameEndAndNothingTwice() {
    CampaignResult whole = run(funnel(new CountingGate("even", 2)), Checkpoints.inMemory(), 1);
    CountingGate killed = new CountingGate("even", 2);
    killed.dieAt = 57;
    CampaignResult first = run(funnel(killed), new FolderCheckpoints(folder), 1);
    assertThat(first.campaign().state()).isEqualTo(State.FAILED);
    assertThat(first.campaign().shardsDone()).isEqualTo(5);
    assertThat(first.campaign().failure().orElseThrow()).contains("pulled the plug");

    CountingGate revived = new CountingGate("even", 2);
    CampaignResult second = run(funnel(revived), new FolderCheckpoints(folder), 1);

    assertThat(second.campaign().state()).isEqualTo(State.COMPLETED);
    assertThat(second.campaign().shardsResumed()).isEqualTo(5);
    assertThat(revived.judged.get()).isEqualTo(CRYSTALS - 5 * SHARD);
    assertThat(second.campaign().counts()).isEqualTo(whole.campaign().counts());
    assertThat(second.shards().equals(whole.shards())).as("same end state").isTrue();
    CampaignResult third = run(funnel(revived), new FolderCheckpoints(folder), 2);
    assertThat(third.shards().equals(whole.shards())).as("same end state").isTrue();
    assertThat(revived.judged.get()).as("nothing is computed again").isEqualTo(53);
  }

  @Test
  void aHalfWrittenFileIsNotTakenForAResult() throws IOException {
    run(funnel(new CountingGate("even", 2)), new FolderCheckpoints(folder), 1);
    Path shard = folder.resolve("shard-000003.jsonl");
    String text = Files.readString(shard);
    Files.writeString(shard, text.substring(0, text.length() / 2));

    CampaignResult again =
        run(funnel(new CountingGate("even", 2)), new FolderCheckpoints(folder), 1);

    assertThat(again.campaign().state()).isEqualTo(State.FAILED);
    assertThat(again.campaign().failure().orElseThrow()).contains("shard 3 is damaged");
  }

  @Test
  void pausesWhenAskedAndGoesOn() {
    AtomicInteger seen = new AtomicInteger();
    CampaignWatch impatient =
        new CampaignWatch() {
          @Override
          public void progressed(Campaign campaign) {
            seen.set(campaign.shardsDone());
          }

          @Override
          public boolean pauseWanted() {
            return seen.get() >= 4;
          }
        };
    Funnel funnel = funnel(new CountingGate("even", 2));
    Checkpoints kept = new FolderCheckpoints(folder);

    CampaignResult paused = new EmbeddedEngine(1).run(funnel, source(), kept, impatient);

    assertThat(paused.campaign().state()).isEqualTo(State.PAUSED);
    assertThat(paused.campaign().shardsDone()).isEqualTo(4);
    assertThat(run(funnel, kept, 1).campaign().state()).isEqualTo(State.COMPLETED);
  }

  @Test
  void aLostDiskInterruptsWhereABadGateFails() {
    Checkpoints lost =
        new Checkpoints() {
          @Override
          public void open(String campaign) {
            // the disk is still there
          }

          @Override
          public java.util.Optional<ShardResult> load(int shard) {
            return java.util.Optional.empty();
          }

          @Override
          public void save(ShardResult result) {
            throw new ScreeningException(ScreeningErrors.INPUT_OUTPUT, "disk full");
          }
        };

    CampaignResult result = run(funnel(new CountingGate("even", 2)), lost, 1);

    assertThat(result.campaign().state()).isEqualTo(State.INTERRUPTED);
  }

  @Test
  void checkpointsOfAnotherCampaignAreRefused() {
    run(funnel(new CountingGate("even", 2)), new FolderCheckpoints(folder), 1);

    assertThatThrownBy(
            () ->
                run(
                    new Funnel("other limits", List.of(new CountingGate("even", 2))),
                    new FolderCheckpoints(folder),
                    1))
        .isInstanceOf(ScreeningException.class)
        .extracting(e -> ((ScreeningException) e).code())
        .isEqualTo(ScreeningErrors.OTHER_CAMPAIGN);
  }

  @Test
  void twoGatesOfOneNameAreRefused() {
    assertThatThrownBy(() -> funnel(new CountingGate("a", 2), new CountingGate("a", 3)))
        .isInstanceOf(ScreeningException.class);
  }

  private static CampaignResult run(Funnel funnel, Checkpoints checkpoints, int threads) {
    return new EmbeddedEngine(threads).run(funnel, source(), checkpoints, CampaignWatch.none());
  }

  private static Funnel funnel(Gate... gates) {
    return new Funnel("test", List.of(gates));
  }

  private static Source source() {
    List<CrystalRecord> crystals = new ArrayList<>();
    Crystal iron = new Crystal(Lattice.cubic(2.87), List.of(Site.of(Element.Fe, 0, 0, 0)));
    for (int i = 0; i < CRYSTALS; i++) {
      crystals.add(CrystalRecord.of(Integer.toString(i), iron));
    }
    return Source.of("103 irons", crystals, SHARD);
  }

  /** Lets multiples of a number pass, cannot judge seven, dies where it is told to. */
  private static final class CountingGate implements Gate {
    private final String name;
    private final int divisor;
    private final AtomicInteger judged = new AtomicInteger();
    private int dieAt = -1;

    CountingGate(String name, int divisor) {
      this.name = name;
      this.divisor = divisor;
    }

    @Override
    public String name() {
      return name;
    }

    @Override
    public List<Verdict> judge(List<Specimen> specimens) {
      List<Verdict> verdicts = new ArrayList<>();
      for (Specimen specimen : specimens) {
        int number = Integer.parseInt(specimen.entry().id());
        if (number == dieAt) {
          throw new IllegalStateException("somebody pulled the plug");
        }
        judged.incrementAndGet();
        verdicts.add(verdict(specimen, number));
      }
      return verdicts;
    }

    private Verdict verdict(Specimen specimen, int number) {
      if (number == 7) {
        return new Verdict.Rejected("UNLUCKY", "seven cannot be judged");
      }
      return number % divisor == 0
          ? new Verdict.Passed(specimen.with(name, "0"))
          : new Verdict.Left("not a multiple of " + divisor);
    }
  }
}
