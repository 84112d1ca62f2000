package ratelab.loadgen.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Keeps the whole program, the JVM's own threads included, to some of the processors that it may
 * use. Java cannot do that from within, so util-linux's {@code taskset} does it.
 */
final class Processors {
  private static final String ALLOWED = "Cpus_allowed_list:";
  private static final int PATIENCE_SECONDS = 5;

  private Processors() {}

  /**
   * Keeps to the first {@code count} of the processors that the program may use; with as many or
   * fewer there, nothing changes.
   *
   * @throws IOException if the system does not let it
   */
  static void keepTo(int count) throws IOException, InterruptedException {
    List<Integer> allowed = allowed(Files.readAllLines(Path.of("/proc/self/status")));
    if (allowed.size() <= count) {
      return;
    }
    String list =
        allowed.subList(0, count).stream().map(String::valueOf).collect(Collectors.joining(","));
    try {
      Process taskset =
          new ProcessBuilder("taskset", "-apc", list, Long.toString(ProcessHandle.current().pid()))
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .redirectError(ProcessBuilder.Redirect.DISCARD)
              .start();
      if (!taskset.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS) || taskset.exitValue() != 0) {
        taskset.destroyForcibly();
        throw new IOException("taskset could not do it");
      }
    } catch (IOException e) {
      throw new IOException(
          "-cpus " + count + ": " + e.getMessage() + "; it needs taskset from util-linux", e);
    }
  }

  /** The numbers in a line like {@code Cpus_allowed_list: 0-3,8}. */
  static List<Integer> allowed(List<String> status) throws IOException {
    String list =
        status.stream()
            .filter(line -> line.startsWith(ALLOWED))
            .map(line -> line.substring(ALLOWED.length()).strip())
            .findFirst()
            .orElseThrow(() -> new IOException("/proc/self/status names no processors"));
    return Stream.of(list.split(",", -1)).flatMap(range -> numbers(range).boxed()).toList();
  }

  private static IntStream numbers(String range) {
    String[] ends = range.split("-", 2);
    return IntStream.rangeClosed(
        Integer.parseInt(ends[0]), Integer.parseInt(ends[ends.length - 1]));
  }
}
