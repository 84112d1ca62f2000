package ratelab.loadgen;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import ratelab.loadgen.server.LoopbackServer;

/** The real hey beside ours, on the same server, line by line but for the figures. */
@Timeout(60)
final class HeyLayoutIT {
  @TempDir private Path directory;

  @Test
  void the_summary_has_heys_lines() throws Exception {
    assertThat(layout(ours("-n", "200", "-c", "4")))
        .isEqualTo(layout(heys("-n", "200", "-c", "4")));
  }

  @Test
  void the_csv_has_heys_columns() throws Exception {
    assertThat(layout(ours("-n", "200", "-c", "4", "-o", "csv")))
        .containsExactlyInAnyOrderElementsOf(layout(heys("-n", "200", "-c", "4", "-o", "csv")));
  }

  private List<String> ours(String... flags) throws Exception {
    try (LoopbackServer server = server();
        LoadgenProcess loadgen = new LoadgenProcess(directory, with(flags, server.url("/")))) {
      assertThat(loadgen.exitCode(Duration.ofSeconds(20))).isZero();
      return loadgen.out().lines().toList();
    }
  }

  private List<String> heys(String... flags) throws Exception {
    Path out = directory.resolve("hey");
    try (LoopbackServer server = server()) {
      String[] command = with(flags, server.url("/"));
      Process hey =
          new ProcessBuilder(
                  Stream.concat(Stream.of(hey().toString()), Stream.of(command)).toList())
              .redirectOutput(out.toFile())
              .start();
      assertThat(hey.waitFor(20, TimeUnit.SECONDS)).isTrue();
      return Files.readAllLines(out);
    }
  }

  private static LoopbackServer server() throws IOException {
    return new LoopbackServer(
        exchange ->
            exchange.answer(exchange.number() % 4 == 0 ? "404 Not Found" : "200 OK", "Hello"));
  }

  private static String[] with(String[] flags, String url) {
    return Stream.concat(Stream.of(flags), Stream.of(url)).toArray(String[]::new);
  }

  /** Times become zeros with as many decimals, bars and their counts vanish; the rest stays. */
  private static List<String> layout(List<String> lines) {
    return lines.stream()
        .map(line -> line.replaceAll("\\d+\\.\\d{4}", "0.0000"))
        .map(line -> line.replaceAll("\\d+\\.\\d{3} ", "0.000 "))
        .map(line -> line.replaceAll("\\[\\d+]\t\\|■*", "[]\t|"))
        .toList();
  }

  /** On a user's machine a missing hey is a visible skip; where it is required, a failure. */
  private static Path hey() {
    Optional<Path> hey =
        Arrays.stream(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator, -1))
            .map(directory -> Path.of(directory, "hey"))
            .filter(Files::isExecutable)
            .findFirst();
    List<String> required =
        Arrays.asList(System.getenv().getOrDefault("RATELAB_REQUIRE", "").split(",", -1));
    if (hey.isEmpty() && required.contains("hey")) {
      throw new AssertionError("RATELAB_REQUIRE contains hey, but no hey is on PATH");
    }
    assumeTrue(hey.isPresent(), "no hey on PATH; Debian has it as the package hey");
    return hey.orElseThrow();
  }
}
