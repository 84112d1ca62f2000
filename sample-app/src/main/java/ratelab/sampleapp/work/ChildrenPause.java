package ratelab.sampleapp.work;

import java.io.File;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ScheduledExecutorService;

/**
 * Spawns children one after the other that compute for a while, tell how much CPU they have used,
 * and end: processes too short-lived for most exporters to see.
 *
 * <p>A child is a shell in a loop around its own {@code /proc/self/schedstat}, in nanoseconds since
 * it was forked. That moves at each scheduler tick, so a child burns up to a tick more than it was
 * told, but knows what it has burnt: only its own end, about 0.3 ms, is not in it.
 *
 * @param children how many
 * @param cpu CPU time that each spends
 */
public record ChildrenPause(int children, Duration cpu) implements Pause {
  private static final Path SCHEDSTAT = Path.of("/proc/self/schedstat");
  private static final Redirect NOTHING = Redirect.from(new File("/dev/null"));

  private static final String BURN_AND_TELL =
      """
      while read -r used rest <%s && [ "$used" -lt "$0" ]; do
        step=0; while [ $step -lt 100 ]; do step=$((step + 1)); done
      done
      echo "$used"
      """
          .formatted(SCHEDSTAT);

  /** Whether this kernel tells a process its CPU time in nanoseconds. */
  public static boolean isSupported() {
    return Files.isReadable(SCHEDSTAT);
  }

  @Override
  public OptionalLong pass() throws IOException, InterruptedException {
    long cpuNanos = 0;
    for (int child = 0; child < children; child++) {
      Process process = spawn();
      try {
        process.waitFor();
        cpuNanos += cpuNanos(process);
      } finally {
        process.destroy();
      }
    }
    return OptionalLong.of(cpuNanos);
  }

  @Override
  public CompletableFuture<OptionalLong> begin(ScheduledExecutorService timer) {
    CompletableFuture<Long> cpuNanos = CompletableFuture.completedFuture(0L);
    for (int child = 0; child < children; child++) {
      cpuNanos = cpuNanos.thenCompose(this::another);
    }
    return cpuNanos.thenApply(OptionalLong::of);
  }

  private CompletableFuture<Long> another(long before) {
    try {
      return spawn().onExit().thenCompose(ended -> plus(before, ended));
    } catch (IOException failure) {
      return CompletableFuture.failedFuture(failure);
    }
  }

  private static CompletableFuture<Long> plus(long before, Process ended) {
    try {
      return CompletableFuture.completedFuture(before + cpuNanos(ended));
    } catch (IOException failure) {
      return CompletableFuture.failedFuture(failure);
    }
  }

  private Process spawn() throws IOException {
    return new ProcessBuilder("sh", "-c", BURN_AND_TELL, Long.toString(cpu.toNanos()))
        .redirectInput(NOTHING)
        .redirectError(Redirect.DISCARD)
        .start();
  }

  private static long cpuNanos(Process ended) throws IOException {
    String told = new String(ended.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
    if (ended.exitValue() != 0 || !told.matches("\\d+\n")) {
      throw new IOException(
          "a child ended with status %d and told '%s' instead of its CPU time"
              .formatted(ended.exitValue(), told.strip()));
    }
    return Long.parseLong(told.strip());
  }
}
