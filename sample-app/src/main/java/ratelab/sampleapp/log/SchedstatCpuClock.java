package ratelab.sampleapp.log;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/**
 * Sums the run time of all threads from {@code /proc/self/task/*}{@code /schedstat}, whose first
 * field is in nanoseconds (Linux, Documentation/scheduler/sched-stats.rst). It is a second opinion
 * on the process CPU clock that the exporter reads, and far finer than the JVM's.
 *
 * <p>A thread that has died keeps its last reading; what it used after that is lost, which is
 * little, because a reading is made at the end of every handler. A thread that runs during the
 * reading may lag by one scheduler tick.
 */
final class SchedstatCpuClock implements CpuClock {
  private static final Path TASKS = Path.of("/proc/self/task");

  private final Map<String, Long> nanosByThread = new HashMap<>();

  static boolean isSupported() {
    return Files.isReadable(TASKS.resolve(ProcessHandle.current().pid() + "/schedstat"));
  }

  @Override
  public synchronized long readNanos() {
    try (DirectoryStream<Path> threads = Files.newDirectoryStream(TASKS)) {
      threads.forEach(this::read);
    } catch (IOException unreadable) {
      throw new UncheckedIOException("cannot list the threads in " + TASKS, unreadable);
    }
    return nanosByThread.values().stream().mapToLong(Long::longValue).sum();
  }

  private void read(Path thread) {
    try {
      String fields = Files.readString(thread.resolve("schedstat"));
      long nanos = Long.parseLong(fields.substring(0, fields.indexOf(' ')));
      nanosByThread.merge(thread.getFileName().toString(), nanos, Math::max);
    } catch (IOException gone) {
      // The thread ended between the listing and the reading.
    }
  }
}
