package ratelab.exporter.group;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import ratelab.exporter.proc.Outcome;
import ratelab.exporter.proc.ProcessId;
import ratelab.exporter.proc.Status;
import ratelab.exporter.proc.ThreadReading;

/**
 * What each thread of one process had used when it was last read. Differences go to the name that
 * the thread has now. As with process-exporter, what a thread used before it was first seen does
 * not count; our own nanosecond counter takes all of a thread that was born under our eyes.
 */
final class ThreadLedger {
  private record Entry(ThreadReading reading, Usage usage, SwitchTotals switches) {}

  private final long watchingSinceTicks;
  private Map<ProcessId, Entry> entries = Map.of();

  ThreadLedger(long watchingSinceTicks) {
    this.watchingSinceTicks = watchingSinceTicks;
  }

  void advance(List<ThreadReading> threads, ThreadNames names) {
    Map<ProcessId, Entry> now = HashMap.newHashMap(threads.size());
    for (ThreadReading thread : threads) {
      ProcessId id = thread.stat().id();
      Entry last = entries.get(id);
      if (last != null && isSame(last.reading, thread)) {
        now.put(id, last);
        continue;
      }
      Entry entry = advanced(last, thread);
      now.put(id, entry);
      credit(last, entry, names.of(thread.stat().comm()));
    }
    entries = now;
  }

  /** A thread that has not run is read as the same instance. */
  @SuppressWarnings("ReferenceEquality")
  private static boolean isSame(ThreadReading a, ThreadReading b) {
    return a == b;
  }

  private static Entry advanced(@Nullable Entry last, ThreadReading thread) {
    Usage usage = Usage.of(thread);
    SwitchTotals none = last == null ? new SwitchTotals(0, 0) : last.switches;
    SwitchTotals switches =
        thread.status() instanceof Outcome.Found<Status>(Status status)
            ? new SwitchTotals(
                Math.max(none.voluntary(), status.voluntarySwitches()),
                Math.max(none.involuntary(), status.involuntarySwitches()))
            : none;
    return new Entry(thread, last == null ? usage : last.usage.advancedTo(usage), switches);
  }

  private void credit(@Nullable Entry last, Entry now, ThreadTotals totals) {
    if (last != null) {
      totals.usage.add(last.usage, now.usage);
      totals.addSwitches(
          now.switches.voluntary() - last.switches.voluntary(),
          now.switches.involuntary() - last.switches.involuntary());
    } else if (now.reading.stat().id().startTicks() >= watchingSinceTicks) {
      totals.usage.add(now.usage.withoutNanos(), now.usage);
    }
  }

  /** The threads as last read. */
  Collection<ThreadReading> readings() {
    return entries.values().stream().map(Entry::reading).toList();
  }
}
