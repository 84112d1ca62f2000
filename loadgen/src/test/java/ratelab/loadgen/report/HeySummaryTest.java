package ratelab.loadgen.report;

import static org.assertj.core.api.Assertions.assertThat;
import static ratelab.loadgen.record.Attempts.answered;
import static ratelab.loadgen.record.Attempts.ended;
import static ratelab.loadgen.record.Attempts.nanos;

import java.time.Duration;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import ratelab.loadgen.record.Attempt;
import ratelab.loadgen.record.Outcome;
import ratelab.loadgen.record.RunResult;

final class HeySummaryTest {
  private static final String TWO_SPACES = "  ";

  @Test
  void answered_requests_are_printed_in_heys_layout() {
    Attempt[] attempts =
        IntStream.rangeClosed(1, 20)
            .mapToObj(i -> answered(i % 2, i, 0, i <= 15 ? 100 : i * 100L, i == 20 ? 503 : 200, 12))
            .toArray(Attempt[]::new);

    assertThat(heysPart(Results.counted(4_000, attempts)))
        .isEqualTo(
            """

            Summary:
              Total:	4.0000 secs
              Slowest:	2.0000 secs
              Fastest:	0.1000 secs
              Average:	0.5250 secs
              Requests/sec:	5.0000
            %s
              Total data:	240 bytes
              Size/request:	12 bytes

            Response time histogram:
              0.100 [15]	|■■■■■■■■■■■■■■■■■■■■■■■■■■■■■■■■■■■■■■■■
              0.290 [0]	|
              0.480 [0]	|
              0.670 [0]	|
              0.860 [0]	|
              1.050 [0]	|
              1.240 [0]	|
              1.430 [0]	|
              1.620 [1]	|■■■
              1.810 [2]	|■■■■■
              2.000 [2]	|■■■■■


            Latency distribution:
              10%% in 0.1000 secs
              25%% in 0.1000 secs
              50%% in 0.1000 secs
              75%% in 0.1000 secs
              90%% in 1.8004 secs
              95%% in 1.9000 secs
              99%% in 2.0000 secs

            Details (average, fastest, slowest):
              DNS+dialup:	0.0010 secs, 0.0010 secs, 0.0010 secs
              DNS-lookup:	0.0000 secs, 0.0000 secs, 0.0000 secs
              req write:	0.0020 secs, 0.0020 secs, 0.0020 secs
              resp wait:	0.5190 secs, 0.0940 secs, 1.9940 secs
              resp read:	0.0030 secs, 0.0030 secs, 0.0030 secs

            Status code distribution:
              [200]	19 responses
              [503]	1 responses



            """
                .formatted(TWO_SPACES));
  }

  @Test
  void a_run_without_answers_prints_only_what_is_known() {
    assertThat(
            heysPart(
                Results.counted(
                    500,
                    ended(0, 1, 0, 1, Outcome.TIMEOUT_RESPONSE, "no answer within 20 s"),
                    ended(1, 2, 0, 1, Outcome.CONNECT, "refused, 100%2F sure"),
                    ended(0, 3, 0, 1, Outcome.TIMEOUT_RESPONSE, "no answer within 20 s"))))
        .isEqualTo(
            """

            Summary:
              Total:	0.5000 secs
              Requests/sec:	6.0000
            %s

            Error distribution:
              [1]	connect: refused, 100%%2F sure
              [2]	timeout-response: no answer within 20 s

            """
                .formatted(TWO_SPACES));
  }

  @Test
  void answers_without_bodies_have_no_size_lines_and_errors_come_last() {
    String text =
        heysPart(
            Results.counted(
                1_000, answered(0, 1, 0, 100, 204, 0), ended(1, 2, 0, 1, Outcome.RESET, "gone")));

    assertThat(text).contains("  Requests/sec:\t2.0000\n  \n\nResponse time histogram:\n");
    assertThat(text)
        .endsWith(
            """
            Status code distribution:
              [204]	1 responses

            Error distribution:
              [1]	reset: gone

            """);
  }

  @Test
  void what_hey_does_not_know_comes_after_its_last_line() {
    String text =
        HeySummary.of(
            Results.result(
                Optional.of(Duration.ofSeconds(2)),
                2_000,
                2_500,
                3,
                answered(0, 1, 0, 100, 200, 0),
                ended(0, 2, 0, 1_200, Outcome.IN_FLIGHT, ""),
                ended(1, 3, 0, 800, Outcome.IN_FLIGHT, "")));

    assertThat(text)
        .contains("  Requests/sec:\t0.4000\n")
        .endsWith(
            """
              [200]	1 responses



            Service times, all answers (1):
              50%:	100.000 ms
              90%:	100.000 ms
              99%:	100.000 ms
              99.9%:	100.000 ms
              99.99%:	100.000 ms
              max:	100.000 ms

            Generator:
              Engine:	okhttp, http/1.1
              Model:	closed
              Workers:	2
              Warm-up:	none: the first figures are those of a cold JVM
              Own CPU:	12.5% of 2 processors
              GC pauses:	3 in 1.000 ms

            End of the run:
              Issued for:	2.0000 secs
              Issued/sec:	1.5000
              Tail:	0.5000 secs
              Missed turns:	3
              In flight:	2 requests, oldest 1.2000 secs

            """);
  }

  @Test
  void service_and_response_times_stand_side_by_side_and_per_class_of_status() {
    Attempt late = scheduled(1, 200, 100, 400);
    Attempt failed = scheduled(2, 503, 0, 10);

    assertThat(HeySummary.of(Results.counted(1_000, late, failed)))
        .contains(
            """
            Service and response times, all answers (2):
              50%:	10.002 ms,	10.002 ms
              90%:	400.000 ms,	500.000 ms
            """)
        .contains(
            """
            Service and response times, status 2xx (1):
              50%:	400.000 ms,	500.000 ms
            """)
        .contains(
            """
            Service and response times, status 5xx (1):
              50%:	10.000 ms,	10.000 ms
            """)
        .contains(
            """
              Lateness:	50% in 0.001 ms, 99% in 100.000 ms, max 100.000 ms
              Sent late:	1 for want of a free worker
            """)
        .contains("Warning:	the generator was the limit: no worker was free for 1 requests when");
  }

  private static Attempt scheduled(int id, int status, long lateMillis, long serviceMillis) {
    Attempt attempt = new Attempt(0);
    attempt.begin(id, 0, lateMillis > 0, nanos(lateMillis));
    attempt.answering(status, "http/1.1");
    attempt.answered(nanos(lateMillis + serviceMillis));
    return attempt;
  }

  /** The text up to our own blocks. */
  private static String heysPart(RunResult result) {
    String text = HeySummary.of(result);
    return text.substring(0, Math.min(before(text, "Service times"), before(text, "Generator:")));
  }

  private static int before(String text, String heading) {
    int index = text.indexOf(heading);
    return index < 0 ? text.length() : index;
  }
}
