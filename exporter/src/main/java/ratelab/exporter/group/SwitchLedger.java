package ratelab.exporter.group;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import ratelab.exporter.proc.Outcome;
import ratelab.exporter.proc.ProcessId;
import ratelab.exporter.proc.Reading;
import ratelab.exporter.proc.Status;
import ratelab.exporter.proc.ThreadReading;

/**
 * Context switches of one process. The kernel counts them by thread and forgets them when a thread
 * ends, so a sum over the living falls; what is added up here are the differences of each thread.
 */
final class SwitchLedger {
  private static final SwitchTotals NONE = new SwitchTotals(0, 0);

  /** Of a thread that could not be read yet: its first reading is where counting begins. */
  private static final SwitchTotals UNKNOWN = new SwitchTotals(-1, -1);

  private Map<ProcessId, SwitchTotals> lastByThread = Map.of();

  /** Takes a reading as where counting begins. */
  void startFrom(Reading reading) {
    advance(reading);
  }

  /** What was added since the last reading; all of a thread that was not there then. */
  SwitchTotals advance(Reading reading) {
    Map<ProcessId, SwitchTotals> now = new HashMap<>();
    long voluntary = 0;
    long involuntary = 0;
    boolean everyThreadRead = reading.threads() instanceof Outcome.Found<List<ThreadReading>>;
    for (Map.Entry<ProcessId, SwitchTotals> thread : threads(reading).entrySet()) {
      SwitchTotals before = lastByThread.getOrDefault(thread.getKey(), NONE);
      SwitchTotals after = larger(before, thread.getValue());
      now.put(thread.getKey(), thread.getValue().equals(UNKNOWN) ? UNKNOWN : after);
      if (before.equals(UNKNOWN)) continue;
      voluntary += after.voluntary() - before.voluntary();
      involuntary += after.involuntary() - before.involuntary();
    }
    if (!everyThreadRead) lastByThread.forEach(now::putIfAbsent);
    lastByThread = now;
    return new SwitchTotals(voluntary, involuntary);
  }

  /** Each thread's counts, or the main one's where the others were not read; last ones if cut. */
  private Map<ProcessId, SwitchTotals> threads(Reading reading) {
    if (!(reading.threads() instanceof Outcome.Found<List<ThreadReading>>(var threads))
        || threads.isEmpty()) {
      ProcessId main = reading.stat().id();
      return Map.of(main, known(main, reading.status()));
    }
    Map<ProcessId, SwitchTotals> counts = new HashMap<>();
    for (ThreadReading thread : threads) {
      counts.put(thread.stat().id(), known(thread.stat().id(), thread.status()));
    }
    return counts;
  }

  private SwitchTotals known(ProcessId thread, Outcome<Status> status) {
    return status instanceof Outcome.Found<Status>(Status found)
        ? new SwitchTotals(found.voluntarySwitches(), found.involuntarySwitches())
        : lastByThread.getOrDefault(thread, UNKNOWN);
  }

  private static SwitchTotals larger(SwitchTotals a, SwitchTotals b) {
    return new SwitchTotals(
        Math.max(a.voluntary(), b.voluntary()), Math.max(a.involuntary(), b.involuntary()));
  }
}
