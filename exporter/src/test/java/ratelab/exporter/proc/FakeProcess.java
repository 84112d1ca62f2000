package ratelab.exporter.proc;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

/**
 * What the files of a {@link ProcfsTree} say about one process: asleep, 8192 bytes, 3 pages, 4 open
 * descriptors of 1024, and a single thread unless it is given others.
 */
public final class FakeProcess {
  private final int pid;
  private final FakeTask main;
  private final List<FakeTask> others = new ArrayList<>();
  private int openDescriptors = 4;
  private String descriptorLimit = "1024";
  private long proportionalKilobytes = 5;
  private String commandLine;
  private OptionalLong cpuNanos = OptionalLong.empty();

  public FakeProcess(int pid, long startTicks, String comm) {
    this.pid = pid;
    this.main = new FakeTask(pid, startTicks, comm);
    this.commandLine = "/bin/" + comm + "\0";
  }

  public FakeProcess childOf(int parent) {
    main.childOf(parent);
    return this;
  }

  public FakeProcess arguments(String... arguments) {
    commandLine = String.join("\0", arguments) + "\0";
    return this;
  }

  public FakeProcess state(char letter) {
    main.state(letter);
    return this;
  }

  public FakeProcess ticks(long user, long system) {
    main.ticks(user, system);
    return this;
  }

  public FakeProcess nanos(long nanos) {
    cpuNanos = OptionalLong.of(nanos);
    return this;
  }

  public FakeProcess faults(long minor, long major) {
    main.faults(minor, major);
    return this;
  }

  public FakeProcess io(long readBytes, long writtenBytes) {
    main.io(readBytes, writtenBytes);
    return this;
  }

  public FakeProcess switches(long voluntary, long involuntary) {
    main.switches(voluntary, involuntary);
    return this;
  }

  public FakeProcess waitChannel(String function) {
    main.waitChannel(function);
    return this;
  }

  public FakeProcess resident(long pages) {
    main.resident(pages);
    return this;
  }

  public FakeProcess swapped(long kilobytes) {
    main.swapped(kilobytes);
    return this;
  }

  public FakeProcess proportional(long kilobytes) {
    proportionalKilobytes = kilobytes;
    return this;
  }

  /** The soft limit in the kernel's words: a number or {@code unlimited}. */
  public FakeProcess descriptors(int open, String softLimit) {
    openDescriptors = open;
    descriptorLimit = softLimit;
    return this;
  }

  /** Adds threads to the main one, which has the process's own name. */
  public FakeProcess threads(FakeTask... threads) {
    others.addAll(List.of(threads));
    return this;
  }

  int pid() {
    return pid;
  }

  OptionalLong cpuNanos() {
    return cpuNanos;
  }

  int openDescriptors() {
    return openDescriptors;
  }

  /** The main thread first. */
  List<FakeTask> tasks() {
    List<FakeTask> tasks = new ArrayList<>(others);
    tasks.addFirst(main);
    return tasks;
  }

  /** Texts by names of files. */
  Map<String, String> files() {
    Map<String, String> files = new LinkedHashMap<>(main.files(1 + others.size()));
    files.put("cmdline", commandLine);
    files.put("cgroup", "0::/fake/" + pid + "\n");
    files.put("limits", "Max open files            %s 4096 files\n".formatted(descriptorLimit));
    files.put(
        "smaps_rollup",
        "00400000-7ffe4000 ---p 00000000 00:00 0 [rollup]\nPss: %d kB\nSwapPss: 1 kB\n"
            .formatted(proportionalKilobytes));
    return files;
  }
}
