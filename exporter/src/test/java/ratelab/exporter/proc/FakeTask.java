package ratelab.exporter.proc;

import java.util.Map;

/** A thread of a {@link FakeProcess}: asleep, unless told otherwise. */
public final class FakeTask {
  private final int tid;
  private final long startTicks;
  private final String comm;
  private int parentPid;
  private char state = 'S';
  private long userTicks;
  private long systemTicks;
  private long nanos;
  private long minorFaults;
  private long majorFaults;
  private long readBytes;
  private long writtenBytes;
  private long voluntarySwitches = 1;
  private long involuntarySwitches = 1;
  private long residentPages = 3;
  private long swappedKilobytes;
  private String waitChannel = "do_wait";

  public FakeTask(int tid, long startTicks, String comm) {
    this.tid = tid;
    this.startTicks = startTicks;
    this.comm = comm;
  }

  void childOf(int parent) {
    parentPid = parent;
  }

  void resident(long pages) {
    residentPages = pages;
  }

  void swapped(long kilobytes) {
    swappedKilobytes = kilobytes;
  }

  public FakeTask state(char letter) {
    state = letter;
    return this;
  }

  public FakeTask ticks(long user, long system) {
    userTicks = user;
    systemTicks = system;
    return this;
  }

  /** What its schedstat says. */
  public FakeTask nanos(long runNanos) {
    nanos = runNanos;
    return this;
  }

  public FakeTask faults(long minor, long major) {
    minorFaults = minor;
    majorFaults = major;
    return this;
  }

  public FakeTask io(long read, long written) {
    readBytes = read;
    writtenBytes = written;
    return this;
  }

  public FakeTask switches(long voluntary, long involuntary) {
    voluntarySwitches = voluntary;
    involuntarySwitches = involuntary;
    return this;
  }

  public FakeTask waitChannel(String function) {
    waitChannel = function;
    return this;
  }

  int tid() {
    return tid;
  }

  /** Texts by names of files, of a thread of a process with so many of them. */
  Map<String, String> files(int threads) {
    return Map.of(
        "stat",
        "%d (%s) %c %d 0 0 0 0 0 %d 0 %d 0 %d %d 0 0 20 0 %d 0 %d 8192 %d 0 0\n"
            .formatted(
                tid,
                comm,
                state,
                parentPid,
                minorFaults,
                majorFaults,
                userTicks,
                systemTicks,
                threads,
                startTicks,
                residentPages),
        "status",
        """
        Name:\t%s
        Uid:\t0\t4711\t0\t0
        VmSwap:\t%d kB
        Threads:\t%d
        voluntary_ctxt_switches:\t%d
        nonvoluntary_ctxt_switches:\t%d
        """
            .formatted(comm, swappedKilobytes, threads, voluntarySwitches, involuntarySwitches),
        "io",
        "rchar: 1\nwchar: 2\nsyscr: 3\nsyscw: 4\nread_bytes: %d\nwrite_bytes: %d\n"
            .formatted(readBytes, writtenBytes),
        "wchan",
        waitChannel,
        "schedstat",
        nanos + " 0 1\n",
        "statm",
        "2 %d 1 1 0 1 0\n".formatted(residentPages));
  }
}
