package ratelab.exporter.proc;

import java.util.List;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import ratelab.exporter.proc.Outcome.Denied;
import ratelab.exporter.proc.Outcome.Failed;
import ratelab.exporter.proc.Outcome.Found;
import ratelab.exporter.proc.Outcome.Gone;
import ratelab.exporter.proc.files.TaskDirectory;

/**
 * A process that is measured again and again, at little cost while it sleeps. One that has not used
 * any CPU since cannot have done anything: all that others can change of it are its memory, which
 * the kernel may reclaim or swap, and its limits. Used by the thread that uses its {@link Procfs}.
 */
public final class KeptProcess implements AutoCloseable {
  /** How often the limits of a sleeping process are read, which only prlimit(2) can change. */
  private static final int MEASURES_PER_LIMIT = 16;

  /** So long asleep, a process keeps only the descriptor that tells of its memory. */
  private static final int MEASURES_UNTIL_RELEASE = 64;

  private final ProcessId id;
  private final Sources sources;
  private final TaskDirectory directory;
  private final TaskReader reader;
  private final KeptThreads threads;
  private final MemorySize memory;
  private Outcome<Long> limit = new Gone<>();
  private @Nullable Found<Reading> last;
  private long lastNanos = CpuClock.UNREADABLE;
  private boolean settled;
  private int measures;
  private int idleMeasures;

  KeptProcess(ProcessId id, Sources sources) {
    this.id = id;
    this.sources = sources;
    this.directory = TaskDirectory.ofProcess(id.pid());
    this.reader = new TaskReader(sources.files(), directory);
    this.threads = new KeptThreads(sources, directory);
    this.memory = new MemorySize(sources.files(), directory);
    this.measures = id.pid(); // so that not all of them have their limits read at a time
  }

  public ProcessId id() {
    return id;
  }

  /**
   * Reads all that can have changed; the very same reading as the last time if nothing has. {@code
   * Gone} also if the pid has been reused; then nothing is left open.
   */
  public Outcome<Reading> measure() {
    measures++;
    // The clock goes by pid: every way from here ends with a read that confirms the process.
    long nanos = sources.clock().nanosOrUnreadable(id.pid());
    boolean idle = settled && nanos == lastNanos && nanos != CpuClock.UNREADABLE;
    Outcome<Reading> outcome = idle && last != null ? idle(last) : active(nanos);
    if (outcome instanceof Gone) close();
    return outcome;
  }

  private Outcome<Reading> idle(Found<Reading> same) {
    if (++idleMeasures == MEASURES_UNTIL_RELEASE) releaseMost();
    boolean limitChanged = measures % MEASURES_PER_LIMIT == 0 && limitHasChanged();
    return switch (memory.look()) {
      case GONE -> new Gone<>();
      case CHANGED -> changed(same.value());
      case SAME -> limitChanged ? changed(same.value()) : same;
      case UNSURE -> compared(same, limitChanged);
    };
  }

  private boolean limitHasChanged() {
    Outcome<Long> earlier = limit;
    limit = sources.limits().read(directory, earlier);
    return !limit.equals(earlier);
  }

  /** Where nothing is kept open stat tells whether memory has changed, and of which process. */
  private Outcome<Reading> compared(Found<Reading> same, boolean limitChanged) {
    return confirmedStat()
        .then(
            stat ->
                stat.equals(same.value().stat()) && !limitChanged ? same : changed(same.value()));
  }

  /** Swap is in status, which is worth reading only when pages have moved. */
  private Outcome<Reading> changed(Reading earlier) {
    Outcome<Status> status = reader.status();
    return confirmedStat()
        .then(
            stat ->
                remember(
                    new Reading(
                        stat,
                        earlier.cpuNanos(),
                        status,
                        earlier.io(),
                        earlier.openDescriptors(),
                        limit,
                        earlier.waitChannel(),
                        earlier.threads())));
  }

  private Outcome<Reading> active(long nanos) {
    boolean keepOpen = last != null;
    if (keepOpen) reader.keepOpen();
    settled = false;
    idleMeasures = 0;
    lastNanos = nanos;
    memory.start();
    Outcome<Long> descriptors = descriptors();
    limit = sources.limits().read(directory, limit);
    Outcome<Status> status = reader.status();
    Outcome<IoBytes> io = reader.io();
    Outcome<String> waitChannel = reader.waitChannel();
    boolean expectsThreads = last != null && hasThreads(last.value().stat());
    Outcome<List<ThreadReading>> threadReadings = threads(expectsThreads, keepOpen);
    Outcome<Stat> confirmed = confirmedStat();
    if (confirmed instanceof Found<Stat>(Stat seen) && hasThreads(seen) != expectsThreads) {
      threadReadings = threads(!expectsThreads, keepOpen);
      confirmed = confirmedStat();
    }
    return switch (confirmed) {
      case Found<Stat>(Stat stat) ->
          remember(
              new Reading(
                  stat,
                  nanos == CpuClock.UNREADABLE ? OptionalLong.empty() : OptionalLong.of(nanos),
                  status,
                  io,
                  descriptors,
                  limit,
                  waitChannel,
                  threadReadings));
      case Gone<Stat>() -> new Gone<>();
      case Failed<Stat>(String cause) -> new Failed<>(cause);
      case Denied<Stat>(String file) -> new Denied<>(file);
    };
  }

  /** Read last: its start time proves that all that went by pid met the same process. */
  private Outcome<Stat> confirmedStat() {
    Outcome<Stat> stat = reader.stat();
    boolean stranger = stat instanceof Found<Stat>(Stat found) && !found.id().equals(id);
    return stranger ? new Gone<>() : stat;
  }

  private Outcome<Long> descriptors() {
    int count = sources.files().countDescriptors(directory);
    return count < 0 ? Unread.because(count, directory, "fd") : new Found<>((long) count);
  }

  private boolean hasThreads(Stat stat) {
    return sources.readThreads() && stat.threads() > 1;
  }

  private Outcome<List<ThreadReading>> threads(boolean any, boolean keepOpen) {
    if (any) return threads.measure(keepOpen);
    threads.close();
    return KeptThreads.NONE;
  }

  private Outcome<Reading> remember(Reading reading) {
    Found<Reading> found = new Found<>(reading);
    last = found;
    settled = reading.isSettled();
    return found;
  }

  private void releaseMost() {
    reader.close();
    threads.close();
  }

  /** Closes all descriptors. */
  @Override
  public void close() {
    settled = false;
    releaseMost();
    memory.close();
  }
}
