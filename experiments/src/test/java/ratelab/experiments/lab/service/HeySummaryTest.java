package ratelab.experiments.lab.service;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import ratelab.experiments.recording.LoadResult;

class HeySummaryTest {

  @Test
  void it_has_what_was_answered_and_why_the_others_failed() {
    assertThat(
            HeySummary.of(
                """

                Summary:
                  Total:	65.0907 secs
                  Slowest:	15.0361 secs
                  Requests/sec:	2.3813


                Response time histogram:
                  5.007 [1]	|■■■■■■■■■■
                  6.010 [2]	|■■■■■■■■■■■■■■■■■■■■


                Status code distribution:
                  [200]	7 responses
                  [503]	2 responses

                Error distribution:
                  [146]	Get "http://127.0.0.1:3000/": context deadline exceeded (Client.Timeout exceeded while awaiting headers)
                  [3]	Get "http://127.0.0.1:3000/": dial tcp 127.0.0.1:3000: connect: connection refused
                """))
        .isEqualTo(new LoadResult(158, 9, 146, 3, 0));
  }

  @Test
  void without_counts_nothing_is_known() {
    assertThat(HeySummary.of("").isKnown()).isFalse();
  }
}
