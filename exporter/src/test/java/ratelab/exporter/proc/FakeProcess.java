package ratelab.exporter.proc;

import java.util.OptionalLong;

/** What the files of a {@link ProcfsTree} say about one process: 2 threads, 8192 bytes, 3 pages. */
public final class FakeProcess {
  private final int pid;
  private final long startTicks;
  private final String comm;
  private int parentPid;
  private long userTicks;
  private long systemTicks;
  private long swappedKilobytes;
  private String commandLine;
  private OptionalLong cpuNanos = OptionalLong.empty();

  public FakeProcess(int pid, long startTicks, String comm) {
    this.pid = pid;
    this.startTicks = startTicks;
    this.comm = comm;
    this.commandLine = "/bin/" + comm + "\0";
  }

  public FakeProcess childOf(int parent) {
    parentPid = parent;
    return this;
  }

  public FakeProcess arguments(String... arguments) {
    commandLine = String.join("\0", arguments) + "\0";
    return this;
  }

  public FakeProcess ticks(long user, long system) {
    userTicks = user;
    systemTicks = system;
    return this;
  }

  public FakeProcess nanos(long nanos) {
    cpuNanos = OptionalLong.of(nanos);
    return this;
  }

  public FakeProcess swapped(long kilobytes) {
    swappedKilobytes = kilobytes;
    return this;
  }

  int pid() {
    return pid;
  }

  OptionalLong cpuNanos() {
    return cpuNanos;
  }

  String commandLine() {
    return commandLine;
  }

  String stat() {
    return "%d (%s) S %d 0 0 0 0 0 0 0 0 0 %d %d 0 0 20 0 2 0 %d 8192 3 0 0\n"
        .formatted(pid, comm, parentPid, userTicks, systemTicks, startTicks);
  }

  String status() {
    return "Name:\t%s\nUid:\t0\t4711\t0\t0\nVmSwap:\t%d kB\nnonvoluntary_ctxt_switches:\t1\n"
        .formatted(comm, swappedKilobytes);
  }
}
