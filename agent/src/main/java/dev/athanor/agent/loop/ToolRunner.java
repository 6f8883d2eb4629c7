package dev.athanor.agent.loop;

import com.fasterxml.jackson.databind.JsonNode;
import dev.athanor.agent.investigation.Call;
import dev.athanor.agent.investigation.Event;
import dev.athanor.tools.ArtifactStore;
import dev.athanor.tools.Tool;
import dev.athanor.tools.ToolCatalogue;
import dev.athanor.tools.ToolContext;
import dev.athanor.tools.ToolErrors;
import dev.athanor.tools.ToolException;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;
import org.jboss.logging.Logger;

/**
 * Runs one call within its time, in a thread of its own, and turns whatever happens to an event.
 */
public final class ToolRunner implements AutoCloseable {
  private static final Logger LOG = Logger.getLogger(ToolRunner.class);
  private static final Duration CHECK = Duration.ofMillis(500);
  private static final Duration GRACE = Duration.ofSeconds(10);

  private final ToolCatalogue catalogue;
  private final ArtifactStore artifacts;
  private final ExecutorService threads;

  /** Runs tools of this catalogue. */
  public ToolRunner(ToolCatalogue catalogue, ArtifactStore artifacts) {
    this.catalogue = catalogue;
    this.artifacts = artifacts;
    AtomicLong count = new AtomicLong();
    this.threads =
        Executors.newCachedThreadPool(
            task -> {
              Thread thread = new Thread(task, "tool-" + count.incrementAndGet());
              thread.setDaemon(true);
              return thread;
            });
  }

  /**
   * Runs a call to its end.
   *
   * @param cancelled asked every half second; true ends the call
   */
  public Event run(
      String investigation, Call call, LoopListener listener, BooleanSupplier cancelled) {
    Context context = new Context(investigation, call.id(), listener);
    Future<JsonNode> future =
        threads.submit(() -> catalogue.run(call.tool(), call.arguments(), context));
    try {
      return new Event.CallSucceeded(call.id(), await(future, call, context, cancelled));
    } catch (ExecutionException e) {
      return failed(call, e.getCause() == null ? e : e.getCause());
    } catch (TimeoutException e) {
      return failed(call, outOfTime());
    } catch (InterruptedException e) {
      context.cancelled.set(true);
      future.cancel(true);
      Thread.currentThread().interrupt();
      throw new DriverInterrupted();
    }
  }

  private JsonNode await(
      Future<JsonNode> future, Call call, Context context, BooleanSupplier cancelled)
      throws ExecutionException, TimeoutException, InterruptedException {
    Duration limit = catalogue.find(call.tool()).map(Tool::timeLimit).orElse(Duration.ofMinutes(1));
    long deadline = System.nanoTime() + limit.toNanos();
    while (!future.isDone()) {
      try {
        return future.get(CHECK.toMillis(), TimeUnit.MILLISECONDS);
      } catch (TimeoutException e) {
        boolean late = System.nanoTime() > deadline;
        if (late || cancelled.getAsBoolean()) {
          context.cancelled.set(true);
          return lastChance(future);
        }
      }
    }
    return future.get();
  }

  private static JsonNode lastChance(Future<JsonNode> future)
      throws ExecutionException, TimeoutException, InterruptedException {
    try {
      return future.get(GRACE.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      future.cancel(true);
      throw e;
    }
  }

  private static ToolException outOfTime() {
    return new ToolException(
        ToolErrors.CANCELLED, "cancelled, or its time is up", "ask for less in one call");
  }

  private static Event failed(Call call, Throwable cause) {
    if (cause instanceof ToolException known) {
      return new Event.CallFailed(
          call.id(),
          known.code().name(),
          String.valueOf(known.getMessage()),
          known.whatToDo(),
          known.code().retryHelps());
    }
    LOG.errorf(cause, "tool %s failed", call.tool());
    return new Event.CallFailed(
        call.id(),
        ToolErrors.INTERNAL.name(),
        "the tool failed for a reason of its own",
        "report it with the log; go on without this step",
        false);
  }

  @Override
  public void close() {
    threads.shutdownNow();
  }

  /** The driving thread is to end; the call stays open in the journal and will be run again. */
  static final class DriverInterrupted extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }

  private final class Context implements ToolContext {
    private final String investigation;
    private final String call;
    private final LoopListener listener;
    private final AtomicBoolean cancelled = new AtomicBoolean();

    Context(String investigation, String call, LoopListener listener) {
      this.investigation = investigation;
      this.call = call;
      this.listener = listener;
    }

    @Override
    public String callId() {
      return investigation + "/" + call;
    }

    @Override
    public ArtifactStore artifacts() {
      return artifacts;
    }

    @Override
    public void progress(long done, long total, String message) {
      listener.progress(investigation, call, new LoopListener.Progress(done, total, message));
    }

    @Override
    public void checkCancelled() {
      if (cancelled.get() || Thread.currentThread().isInterrupted()) {
        throw outOfTime();
      }
    }
  }
}
