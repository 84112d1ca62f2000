package ratelab.sampleapp.work;

import java.io.File;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ScheduledExecutorService;

/**
 * Spawns the program {@code sleep} and waits for its end, as the original experiment did with
 * {@code execSync('sleep 5')}. The child's CPU time is its own, not this process's, and it does not
 * tell it.
 *
 * @param length how long
 */
public record ExecPause(Duration length) implements Pause {
  // The child must hold none of our streams, or a reader of our output would wait for it too.
  private static final Redirect NOTHING = Redirect.from(new File("/dev/null"));

  @Override
  public OptionalLong pass() throws IOException, InterruptedException {
    Process process = spawn();
    try {
      check(process.waitFor());
      return OptionalLong.empty();
    } finally {
      process.destroy();
    }
  }

  @Override
  public CompletableFuture<OptionalLong> begin(ScheduledExecutorService timer) {
    try {
      return spawn()
          .onExit()
          .thenCompose(
              process -> {
                try {
                  check(process.exitValue());
                  return CompletableFuture.completedFuture(OptionalLong.empty());
                } catch (IOException failure) {
                  return CompletableFuture.failedFuture(failure);
                }
              });
    } catch (IOException failure) {
      return CompletableFuture.failedFuture(failure);
    }
  }

  private Process spawn() throws IOException {
    return new ProcessBuilder("sleep", seconds())
        .redirectInput(NOTHING)
        .redirectOutput(Redirect.DISCARD)
        .redirectError(Redirect.DISCARD)
        .start();
  }

  private void check(int status) throws IOException {
    if (status != 0) {
      throw new IOException("`sleep " + seconds() + "` ended with status " + status);
    }
  }

  private String seconds() {
    return BigDecimal.valueOf(length.toNanos(), 9).stripTrailingZeros().toPlainString();
  }
}
