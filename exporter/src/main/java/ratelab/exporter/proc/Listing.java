package ratelab.exporter.proc;

/** The processes that one look into the procfs saw, by ascending pid. */
public final class Listing {
  private final int[] pids;
  private final long[] inodes;

  /** The arrays are the listing's own from here on. */
  Listing(int[] pids, long[] inodes) {
    this.pids = pids;
    this.inodes = inodes;
  }

  public int size() {
    return pids.length;
  }

  public int pid(int index) {
    return pids[index];
  }

  /**
   * A number that stays the same while the process lives and that no later process with the same
   * pid shares; 0 where the reader cannot tell. It may change for a living process, whose identity
   * must then be read again.
   */
  public long inode(int index) {
    return inodes[index];
  }
}
