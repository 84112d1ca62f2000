package ratelab.experiments.lab;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import ratelab.experiments.recording.CpuReading;

/**
 * The target's CPU time by a measure that the exporter does not use: what the scheduler counts for
 * each thread, in {@code /proc/PID/task/TID/schedstat} (first field, nanoseconds on a CPU). Threads
 * that ended count with their last reading, so what they used after it is lost.
 */
public final class IndependentCpu {
  private Path tasks;
  private final Map<String, Long> nanosByThread = new HashMap<>();
  private final List<CpuReading> readings = new ArrayList<>();
  private long nanosOfReusedNumbers;

  /** Measures one process. */
  public IndependentCpu(long pid) {
    this(tasks(pid));
  }

  /** Measures nothing: for a process that cannot be seen from here. */
  public static IndependentCpu none() {
    return new IndependentCpu(Path.of("/proc/none"));
  }

  IndependentCpu(Path tasks) {
    this.tasks = tasks;
  }

  /** From now on another process is measured; what the one before used still counts. */
  public synchronized void follow(long pid) {
    tasks = tasks(pid);
  }

  private static Path tasks(long pid) {
    return Path.of("/proc", Long.toString(pid), "task");
  }

  /** Reads all threads; adds no reading where none can be read, or at the instant of the last. */
  public synchronized void read(long nowMillis) {
    boolean later = readings.isEmpty() || readings.getLast().timestampMillis() < nowMillis;
    if (later && readThreads()) {
      long nanos = nanosByThread.values().stream().mapToLong(Long::longValue).sum();
      readings.add(new CpuReading(nowMillis, nanos + nanosOfReusedNumbers));
    }
  }

  /** The readings so far, in time order; none where the kernel does not count. */
  public synchronized List<CpuReading> readings() {
    return List.copyOf(readings);
  }

  private boolean readThreads() {
    boolean any = false;
    try (DirectoryStream<Path> threads = Files.newDirectoryStream(tasks)) {
      for (Path thread : threads) {
        any |= readThread(thread);
      }
    } catch (IOException e) {
      // The process has ended.
      return false;
    }
    return any;
  }

  private boolean readThread(Path thread) {
    try {
      String line = Files.readString(thread.resolve("schedstat"), StandardCharsets.US_ASCII);
      long nanos = Long.parseLong(line.substring(0, line.indexOf(' ')));
      Long before = nanosByThread.put(thread.toString(), nanos);
      if (before != null && before > nanos) {
        nanosOfReusedNumbers += before;
      }
      return true;
    } catch (IOException e) {
      // The thread has ended since the directory was read; its last reading stays.
      return false;
    }
  }
}
