package dev.athanor.models.hosting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Flow.Subscription;
import org.junit.jupiter.api.Test;

final class BoundedBodyTest {
  private static final class TestingSubscription implements Subscription {
    private long requested;
    private int cancelled;

    @Override
    public void request(long count) {
      requested += count;
    }

    @Override
    public void cancel() {
      cancelled++;
    }
  }

  private final TestingSubscription subscription = new TestingSubscription();
  private final BoundedBody body = new BoundedBody(4, () -> new IllegalStateException("too large"));

  private CompletableFuture<byte[]> collected() {
    return body.getBody().toCompletableFuture();
  }

  private void arrive(int... sizes) {
    for (int size : sizes) {
      body.onNext(List.of(ByteBuffer.wrap(new byte[size])));
    }
  }

  @Test
  void collectsUpToTheLimit() {
    body.onSubscribe(subscription);
    assertThat(subscription.requested).isEqualTo(Long.MAX_VALUE);
    body.onNext(List.of(ByteBuffer.wrap(new byte[] {1, 2}), ByteBuffer.wrap(new byte[] {3})));
    arrive(1);
    assertThat(collected()).isNotDone();
    body.onComplete();
    assertThat(collected().join()).containsExactly(1, 2, 3, 0);
    assertThat(subscription.cancelled).isZero();
  }

  @Test
  void breaksOffWithTheCallersErrorAndDropsTheRest() {
    body.onSubscribe(subscription);
    arrive(3, 2, 1, 9);
    body.onComplete();
    assertThat(subscription.cancelled).isEqualTo(1);
    assertThatThrownBy(collected()::join)
        .isInstanceOf(CompletionException.class)
        .cause()
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("too large");
  }

  @Test
  void aBrokenConnectionIsPassedOn() {
    body.onSubscribe(subscription);
    arrive(1);
    body.onError(new java.io.IOException("gone"));
    arrive(9);
    body.onComplete();
    assertThat(subscription.cancelled).isZero();
    assertThatThrownBy(collected()::join).hasRootCauseMessage("gone");
  }
}
