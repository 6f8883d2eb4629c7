package dev.athanor.models.learning;

import ai.djl.engine.EngineException;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import dev.athanor.models.ModelErrors;
import dev.athanor.models.ModelException;

/**
 * Starts the engine. One thread for each operation unless told otherwise: the arrays here are
 * small, batches run side by side instead, and threads that wait for each other by spinning would
 * starve a busy machine.
 */
public final class TorchEngine {
  private static final String THREADS = "ai.djl.pytorch.num_threads";

  private TorchEngine() {}

  /**
   * Memory for arrays, to be closed.
   *
   * @throws ModelException {@code ENGINE_UNAVAILABLE} where the engine does not start
   */
  public static NDManager newManager() {
    if (System.getProperty(THREADS) == null) {
      System.setProperty(THREADS, "1");
    }
    try {
      return NDManager.newBaseManager("PyTorch");
    } catch (EngineException | UnsatisfiedLinkError e) {
      throw new ModelException(
          ModelErrors.ENGINE_UNAVAILABLE, "PyTorch does not start: " + e.getMessage(), e);
    }
  }

  /**
   * Starts the engine, for who wants to know beforehand that it does.
   *
   * @throws ModelException {@code ENGINE_UNAVAILABLE} where it does not
   */
  public static void start() {
    newManager().close();
  }

  /**
   * The same values, such that all that is computed from them ends with the scope. Arrays belong to
   * where their first operand does: what is computed from values that outlive many scopes would
   * pile up beside them.
   */
  public static NDArray within(NDManager scope, NDArray values) {
    NDArray view = values.reshape(values.getShape());
    view.attach(scope);
    return view;
  }
}
