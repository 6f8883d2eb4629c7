package dev.athanor.models.hosting;

import java.io.ByteArrayOutputStream;
import java.net.http.HttpResponse.BodySubscriber;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow.Subscription;
import java.util.function.Supplier;

/**
 * Collects the body of an answer up to a size; a larger one is broken off at once, with an error of
 * the caller's choice, and what still arrives of it is dropped.
 */
public final class BoundedBody implements BodySubscriber<byte[]> {
  private final long limit;
  private final Supplier<? extends RuntimeException> tooLarge;
  private final ByteArrayOutputStream collected = new ByteArrayOutputStream();
  private final CompletableFuture<byte[]> body = new CompletableFuture<>();
  private Optional<Subscription> subscription = Optional.empty();

  /**
   * A body of which nothing has arrived.
   *
   * @param limit the most that is collected, bytes
   * @param tooLarge makes the error that a larger body ends with
   */
  public BoundedBody(long limit, Supplier<? extends RuntimeException> tooLarge) {
    this.limit = limit;
    this.tooLarge = tooLarge;
  }

  @Override
  public CompletionStage<byte[]> getBody() {
    return body;
  }

  @Override
  public void onSubscribe(Subscription given) {
    subscription = Optional.of(given);
    given.request(Long.MAX_VALUE);
  }

  @Override
  public void onNext(List<ByteBuffer> parts) {
    for (ByteBuffer part : parts) {
      // a subscription that was cancelled may deliver a little longer
      if (body.isDone()) {
        return;
      }
      if (collected.size() + (long) part.remaining() > limit) {
        subscription.ifPresent(Subscription::cancel);
        body.completeExceptionally(tooLarge.get());
        return;
      }
      byte[] bytes = new byte[part.remaining()];
      part.get(bytes);
      collected.writeBytes(bytes);
    }
  }

  @Override
  public void onError(Throwable problem) {
    body.completeExceptionally(problem);
  }

  @Override
  public void onComplete() {
    body.complete(collected.toByteArray());
  }
}
