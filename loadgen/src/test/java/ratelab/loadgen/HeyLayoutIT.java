package ratelab.loadgen;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import ratelab.loadgen.server.LoopbackServer;

/** The real hey beside ours, on the same server, line by line but for the figures. */
@Timeout(120)
final class HeyLayoutIT {
  @TempDir private Path directory;

  @Test
  void the_summary_has_heys_lines() throws Exception {
    assertThat(layout(ours("-n", "200", "-c", "20")))
        .isEqualTo(layout(heys("-n", "200", "-c", "20")));
  }

  @Test
  void the_csv_has_heys_columns() throws Exception {
    assertThat(layout(ours("-n", "200", "-c", "20", "-o", "csv")))
        .containsExactlyInAnyOrderElementsOf(layout(heys("-n", "200", "-c", "20", "-o", "csv")));
  }

  /** The server takes 100 ms for each request, far above what either client adds. */
  @Test
  void counts_are_equal_and_latencies_within_tolerance() throws Exception {
    String[] flags = {"-n", "200", "-c", "4"};
    Figures ours = Figures.of(ours(flags));
    Figures heys = Figures.of(heys(flags));

    assertThat(ours.counts()).isEqualTo(heys.counts());
    assertThat(ours.counts())
        .containsEntry("[200]", "150 responses")
        .containsEntry("[404]", "50 responses")
        .containsEntry("Total data:", "1000 bytes")
        .containsEntry("Size/request:", "5 bytes");
    for (String name : List.of("Average:", "Fastest:", "10%", "50%")) {
      double seconds = heys.seconds(name);
      assertThat(ours.seconds(name)).as(name).isCloseTo(seconds, within(0.5 * seconds));
    }
    double rate = heys.seconds("Requests/sec:");
    assertThat(ours.seconds("Requests/sec:")).isCloseTo(rate, within(0.5 * rate));
  }

  /**
   * The figures of a summary.
   *
   * @param counts whole numbers with their units
   * @param decimals everything with a decimal point
   */
  private record Figures(Map<String, String> counts, Map<String, Double> decimals) {
    private static final Pattern LINE =
        Pattern.compile(" +(\\S.*?)(?:\\t| in )(\\d+)(\\.\\d+)?( \\S+)?.*");

    static Figures of(List<String> lines) {
      Map<String, String> counts = new TreeMap<>();
      Map<String, Double> decimals = new TreeMap<>();
      lines.stream()
          .takeWhile(line -> !line.startsWith("Service times"))
          .map(LINE::matcher)
          .filter(Matcher::matches)
          .forEach(
              line -> {
                if (line.group(3) == null) {
                  counts.put(line.group(1), line.group(2) + line.group(4));
                } else {
                  decimals.put(line.group(1), Double.parseDouble(line.group(2) + line.group(3)));
                }
              });
      return new Figures(counts, decimals);
    }

    double seconds(String name) {
      return decimals.getOrDefault(name, Double.NaN);
    }
  }

  private List<String> ours(String... flags) throws Exception {
    try (LoopbackServer server = server();
        LoadgenProcess loadgen = new LoadgenProcess(directory, with(flags, server.url("/")))) {
      assertThat(loadgen.exitCode(Duration.ofSeconds(40))).isZero();
      return loadgen.out().lines().toList();
    }
  }

  private List<String> heys(String... flags) throws Exception {
    Path out = directory.resolve("hey");
    try (LoopbackServer server = server()) {
      String[] command = with(flags, server.url("/"));
      Process hey =
          new ProcessBuilder(
                  Stream.concat(Stream.of(RealTools.find("hey").toString()), Stream.of(command))
                      .toList())
              .redirectOutput(out.toFile())
              .start();
      assertThat(hey.waitFor(40, TimeUnit.SECONDS)).isTrue();
      return Files.readAllLines(out);
    }
  }

  private static LoopbackServer server() throws IOException {
    return new LoopbackServer(
        exchange -> {
          LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(100));
          exchange.answer(exchange.number() % 4 == 0 ? "404 Not Found" : "200 OK", "Hello");
        });
  }

  private static String[] with(String[] flags, String url) {
    return Stream.concat(Stream.of(flags), Stream.of(url)).toArray(String[]::new);
  }

  /** Times become zeros with as many decimals, bars and their counts vanish; the rest stays. */
  private static List<String> layout(List<String> lines) {
    return lines.stream()
        .takeWhile(line -> !line.startsWith("Service times"))
        .map(line -> line.replaceAll("\\d+\\.\\d{4}", "0.0000"))
        .map(line -> line.replaceAll("\\d+\\.\\d{3} ", "0.000 "))
        .map(line -> line.replaceAll("\\[\\d+]\t\\|■*", "[]\t|"))
        .toList();
  }
}
