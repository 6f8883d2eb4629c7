package dev.athanor.agent.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class OrderedWorkTest {
  private static final int HEAVY = 10_000;

  @Test
  void resultsKeepTheirOrderWhenTheFirstIsDoneLast() {
    List<Integer> received = Collections.synchronizedList(new ArrayList<>());
    CountDownLatch secondIsDone = new CountDownLatch(1);
    try (OrderedWork<Integer> work = new OrderedWork<>(received::add)) {
      work.submit(1, () -> await(secondIsDone, 1));
      work.submit(
          1,
          () -> {
            secondIsDone.countDown();
            return 2;
          });
      work.submit(1, () -> 3);
      work.finish();
    }
    assertThat(received).containsExactly(1, 2, 3);
  }

  @Test
  void whatWaitsIsBounded() {
    AtomicInteger waiting = new AtomicInteger();
    int most = 0;
    List<Integer> received = new ArrayList<>();
    try (OrderedWork<Integer> work =
        new OrderedWork<>(
            result -> {
              waiting.decrementAndGet();
              received.add(result);
            })) {
      for (int i = 0; i < 500; i++) {
        int number = i;
        work.submit(HEAVY, () -> number);
        most = Math.max(most, waiting.incrementAndGet());
      }
      work.finish();
    }
    assertThat(received).isEqualTo(IntStream.range(0, 500).boxed().toList());
    // 65,536 atoms hold six of them, and one may have been counted late
    assertThat(most).isBetween(1, 8);
  }

  @Test
  void aFailureOfTheWorkOrOfTheReceiverReachesTheCaller() {
    try (OrderedWork<Integer> work = new OrderedWork<>(result -> {})) {
      work.submit(1, () -> fail("work"));
      assertThatThrownBy(work::finish).isInstanceOf(IllegalStateException.class).hasMessage("work");
    }
    try (OrderedWork<Integer> work = new OrderedWork<>(result -> fail("receiver"))) {
      assertThatThrownBy(
              () -> {
                for (int i = 0; i < 100; i++) {
                  work.submit(HEAVY, () -> 1);
                }
              })
          .isInstanceOf(IllegalStateException.class)
          .hasMessage("receiver");
    }
  }

  private static int await(CountDownLatch latch, int result) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return result;
  }

  private static int fail(String message) {
    throw new IllegalStateException(message);
  }
}
