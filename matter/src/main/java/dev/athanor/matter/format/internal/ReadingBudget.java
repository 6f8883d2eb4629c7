package dev.athanor.matter.format.internal;

import dev.athanor.matter.MatterErrors;
import dev.athanor.matter.MatterException;
import dev.athanor.matter.crystal.Crystal;

/**
 * What one file may cost, all its blocks together. Each block is bounded by itself, but a file of
 * 64 MiB has room for thousands of blocks that each fill a cell from few atoms.
 */
public final class ReadingBudget {
  /** Images of atoms under operations, over all blocks and readings of them. */
  private static final long MAX_IMAGES = 8_000_000;

  /** Sites of all crystals that are kept. */
  private static final int MAX_SITES = 1_000_000;

  /** Symmetry operations over all blocks; to see whether they form a group takes their square. */
  private static final int MAX_OPERATIONS = 1_000_000;

  private long images;
  private long sites;
  private long operations;

  /**
   * Takes what a block's symmetry costs.
   *
   * @throws MatterException {@code TOO_LARGE} where the file has used up its share
   */
  public void takeOperations(int count) {
    operations += count;
    if (operations > MAX_OPERATIONS) {
      throw new MatterException(
          MatterErrors.TOO_LARGE,
          "the blocks of the file list more than " + MAX_OPERATIONS + " operations");
    }
  }

  /**
   * Takes what it costs to apply operations to atoms.
   *
   * @throws MatterException {@code TOO_LARGE} where the file has used up its share
   */
  public void takeImages(int atoms, int operations) {
    images += (long) atoms * operations;
    if (images > MAX_IMAGES) {
      throw new MatterException(
          MatterErrors.TOO_LARGE,
          "the blocks of the file make more than " + MAX_IMAGES + " images of atoms");
    }
  }

  /**
   * Takes what a crystal costs to keep.
   *
   * @throws MatterException {@code TOO_LARGE} where the file has used up its share
   */
  public void takeSites(Crystal crystal) {
    sites += crystal.sites().size();
    if (sites > MAX_SITES) {
      throw new MatterException(
          MatterErrors.TOO_LARGE, "the blocks of the file hold more than " + MAX_SITES + " sites");
    }
  }
}
