package ratelab.loadgen.report;

import static org.assertj.core.api.Assertions.assertThat;
import static ratelab.loadgen.record.Attempts.answered;
import static ratelab.loadgen.record.Attempts.ended;

import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import ratelab.loadgen.record.Outcome;

final class JsonReportTest {
  @Test
  void every_request_is_in_exactly_one_field() {
    assertThat(
            JsonReport.of(
                Results.result(
                    Optional.of(Duration.ofSeconds(60)),
                    60_000,
                    65_091,
                    3,
                    answered(0, 1, 0, 5_000, 200, 12),
                    answered(1, 2, 0, 10_000, 503, 0),
                    ended(0, 3, 0, 20_000, Outcome.TIMEOUT_RESPONSE, "late"),
                    ended(0, 4, 0, 1, Outcome.RESET, "gone"),
                    ended(0, 5, 0, 1_234, Outcome.IN_FLIGHT, "")),
                "1.2"))
        .isEqualTo(
            """
            {
              "format" : 1,
              "version" : "1.2",
              "url" : "http://h:3000/",
              "method" : "GET",
              "workers" : 2,
              "durationMillis" : 60000,
              "timeoutMillis" : 20000,
              "startedMillis" : 1795331467057.005,
              "stopMillis" : 1795331527057.005,
              "endedMillis" : 1795331532148.005,
              "sent" : 5,
              "answered" : 2,
              "timedOut" : 1,
              "timeouts" : {
                "response" : 1
              },
              "errors" : {
                "reset" : 1
              },
              "inFlightAtEnd" : [ {
                "id" : 5,
                "ageMillis" : 1234.000
              } ],
              "statusCounts" : {
                "200" : 1,
                "503" : 1
              },
              "bytesReceived" : 12,
              "missedTurns" : 3,
              "serviceTimeNanos" : {
                "count" : 2,
                "min" : 5000000000,
                "mean" : 7500000000,
                "p50" : 5003804671,
                "p90" : 10000000000,
                "p95" : 10000000000,
                "p99" : 10000000000,
                "p999" : 10000000000,
                "p9999" : 10000000000,
                "max" : 10000000000
              },
              "byStatusClass" : {
                "2xx" : {
                  "serviceTimeNanos" : {
                    "count" : 1,
                    "min" : 5000000000,
                    "mean" : 5000000000,
                    "p50" : 5000000000,
                    "p90" : 5000000000,
                    "p95" : 5000000000,
                    "p99" : 5000000000,
                    "p999" : 5000000000,
                    "p9999" : 5000000000,
                    "max" : 5000000000
                  }
                },
                "5xx" : {
                  "serviceTimeNanos" : {
                    "count" : 1,
                    "min" : 10000000000,
                    "mean" : 10000000000,
                    "p50" : 10000000000,
                    "p90" : 10000000000,
                    "p95" : 10000000000,
                    "p99" : 10000000000,
                    "p999" : 10000000000,
                    "p9999" : 10000000000,
                    "max" : 10000000000
                  }
                }
              },
              "generator" : {
                "engine" : "okhttp",
                "model" : "closed",
                "protocols" : {
                  "http/1.1" : 2
                },
                "workers" : 2,
                "warmUp" : {
                  "kind" : "none"
                },
                "processors" : 2,
                "cpuShare" : 0.125,
                "gcPauses" : 3,
                "gcNanos" : 1000000
              }
            }
            """);
  }

  @Test
  void without_answers_there_are_no_service_times() {
    assertThat(JsonReport.of(Results.counted(10), "1.2"))
        .contains("\"sent\" : 0,")
        .contains("  \"serviceTimeNanos\" : {\n    \"count\" : 0\n  },\n");
  }
}
