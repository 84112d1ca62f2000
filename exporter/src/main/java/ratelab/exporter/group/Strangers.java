package ratelab.exporter.group;

import java.util.HashMap;
import java.util.Map;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import ratelab.exporter.proc.ProcessId;
import ratelab.exporter.proc.Stat;

/**
 * Processes that belong to no group, remembered while they live: their descendants are asked about
 * them, and they themselves need not be looked at again.
 */
final class Strangers {
  /**
   * One of them.
   *
   * @param stat as it was when it was judged
   * @param inode the listing's number for it
   * @param cpuNanos as it was then: while it stays, the process has not run, so nothing that rules
   *     ask about can have changed
   * @param excluded by a rule, so that not even its ancestors are asked
   */
  record Stranger(Stat stat, long inode, OptionalLong cpuNanos, boolean excluded) {
    ProcessId id() {
      return stat.id();
    }

    boolean hasRunSince(OptionalLong nowNanos) {
      return nowNanos.isEmpty() || !nowNanos.equals(cpuNanos);
    }
  }

  private final Map<Integer, Stranger> byPid = new HashMap<>();

  @Nullable Stranger get(int pid) {
    return byPid.get(pid);
  }

  boolean contains(int pid) {
    return byPid.containsKey(pid);
  }

  void put(Stranger stranger) {
    byPid.put(stranger.id().pid(), stranger);
  }

  void remove(int pid) {
    byPid.remove(pid);
  }

  /** Forgets those that are gone: without this every short-lived process would stay for good. */
  void retain(PresentPids present) {
    byPid.keySet().removeIf(pid -> !present.contains(pid));
  }

  int size() {
    return byPid.size();
  }

  void clear() {
    byPid.clear();
  }
}
