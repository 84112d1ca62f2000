package ratelab.loadgen.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import ratelab.loadgen.server.LoopbackServer;

/** What real runs have written, merged and compared. */
@Timeout(60)
final class ResultCommandsTest {
  private final CommandLine loadgen = new CommandLine();
  @TempDir private Path directory;

  @Test
  void merged_logs_hold_the_requests_of_all_and_can_be_merged_again() throws Exception {
    String a = path("a.hlog");
    String b = path("b.hlog");
    String sum = path("sum.hlog");
    try (LoopbackServer server = hello()) {
      loadgen.run("-n", "30", "-c", "1", "--hlog", a, server.url("/"));
      loadgen.run("-n", "12", "-c", "1", "--hlog", b, server.url("/"));
    }
    assertThat(loadgen.command("merge", a, b, "--out", sum)).isZero();
    assertThat(loadgen.out()).contains("\nService times of 2 files (42):\n  50%:\t");
    assertThat(loadgen.command("merge", sum)).isZero();
    assertThat(loadgen.out()).contains("\nService times of 1 files (42):\n  50%:\t");
  }

  @Test
  void what_is_no_log_is_named() throws Exception {
    Path file = Files.writeString(directory.resolve("x"), "no log\n");

    assertThat(loadgen.command("merge", file.toString())).isEqualTo(1);
    assertThat(loadgen.err()).contains(file.toString());
    assertThat(loadgen.command("merge", path("missing"))).isEqualTo(1);
    assertThat(loadgen.err()).contains(path("missing") + ": there is no such file");
  }

  @Test
  void a_regression_beyond_its_limit_fails_the_comparison() throws Exception {
    String base = result("base", 100, 10_000_000);
    String worse = result("worse", 90, 11_500_000);

    assertThat(
            loadgen.command(
                "compare", base, worse, "--max-regression", "p99=10%", "--max-regression=rps=20%"))
        .isEqualTo(3);
    assertThat(loadgen.err())
        .isEqualTo("loadgen: failed: p99 got worse by 15.0%, more than 10.0%\n");
    assertThat(loadgen.out())
        .isEqualTo(
            """

            Service times, base, new, change:
              rps:\t100.0/s\t90.0/s\t-10.0%
              errors:\t0.000%\t0.000%\t+0.0%
              mean:\t-\t-\t-
              p50:\t-\t-\t-
              p90:\t-\t-\t-
              p99:\t10.000 ms\t11.500 ms\t+15.0%
              p999:\t-\t-\t-
              max:\t-\t-\t-

            """);
  }

  @Test
  void within_the_limit_or_without_one_it_passes() throws Exception {
    String base = result("base", 100, 10_000_000);
    String worse = result("worse", 100, 10_500_000);

    assertThat(loadgen.command("compare", base, worse)).isZero();
    assertThat(loadgen.command("compare", base, worse, "--max-regression", "p99=10%")).isZero();
    assertThat(loadgen.err()).isEmpty();
  }

  @Test
  void a_limit_on_a_figure_that_is_not_known_fails() throws Exception {
    String base = result("base", 100, 10_000_000);

    assertThat(loadgen.command("compare", base, base, "--max-regression", "p50=1%")).isEqualTo(3);
    assertThat(loadgen.err()).isEqualTo("loadgen: failed: p50 is not known in both results\n");
  }

  private String result(String name, int answered, long p99Nanos) throws IOException {
    return Files.writeString(
            directory.resolve(name),
            """
            {"format": 1, "startedMillis": 1000, "endedMillis": 2000, "sent": %1$d,
             "answered": %1$d, "inFlightAtEnd": [], "serviceTimeNanos": {"p99": %2$d}}
            """
                .formatted(answered, p99Nanos))
        .toString();
  }

  private String path(String name) {
    return directory.resolve(name).toString();
  }

  private static LoopbackServer hello() throws IOException {
    return new LoopbackServer(exchange -> exchange.answer("200 OK", "Hello"));
  }
}
