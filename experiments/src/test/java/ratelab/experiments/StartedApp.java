package ratelab.experiments;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** A program that a test starts itself and that says where it listens: somebody's service. */
public record StartedApp(Process process, URI url) implements AutoCloseable {
  private static final String READY = "listening on ";
  private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(30);

  /** Starts it and waits until it is ready. */
  public static StartedApp start(List<String> command, Path output) {
    try {
      Process process =
          new ProcessBuilder(command)
              .redirectErrorStream(true)
              .redirectOutput(output.toFile())
              .start();
      long end = System.nanoTime() + PATIENCE_NANOS;
      while (System.nanoTime() < end && process.isAlive()) {
        for (String line : Files.readAllLines(output)) {
          if (line.startsWith(READY)) {
            return new StartedApp(process, URI.create(line.substring(READY.length())));
          }
        }
        LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(20));
      }
      process.destroyForcibly();
      throw new AssertionError("not ready: " + Files.readString(output));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    process.destroy();
    try {
      if (!process.waitFor(10, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
