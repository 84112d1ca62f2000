package ratelab.loadgen.engine;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * How late the kernel may wake a thread that sleeps until a time, so that it can wake several at
 * once. Linux grants itself 50 microseconds unless a thread asks for less; see {@code
 * timerslack_ns} in proc_pid_timerslack_ns(5).
 */
public final class TimerSlack {
  private static final Path THREAD = Path.of("/proc/thread-self");

  private TimerSlack() {}

  /** Asks for no slack for the calling thread; where that is not possible, nothing changes. */
  public static void refuse() {
    try {
      Path thread = Files.readSymbolicLink(THREAD).getFileName();
      Files.writeString(
          Path.of("/proc", thread.toString(), "timerslack_ns"), "1", StandardOpenOption.WRITE);
    } catch (IOException | UnsupportedOperationException e) {
      // Not a Linux, or one that does not let us: the thread wakes up a little later.
    }
  }
}
