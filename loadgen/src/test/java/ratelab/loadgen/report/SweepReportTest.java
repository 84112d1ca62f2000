package ratelab.loadgen.report;

import static org.assertj.core.api.Assertions.assertThat;
import static ratelab.loadgen.record.Attempts.nanos;

import java.util.List;
import org.junit.jupiter.api.Test;
import ratelab.loadgen.record.Attempt;

final class SweepReportTest {
  private static final SweepStep CALM = step(100, 0);
  private static final SweepStep BUSY = step(150, 12);
  private static final SweepStep STUCK = step(225, 900);

  @Test
  void each_step_is_a_line_and_those_beyond_the_knee_say_so() {
    assertThat(SweepReport.line(CALM))
        .isEqualTo("  100.0\t1.0\t0\t10.000 ms\t10.000 ms\t10.000 ms\t10.000 ms\t0\n");
    assertThat(SweepReport.line(STUCK))
        .isEqualTo(
            "  225.0\t1.0\t0\t10.000 ms\t10.000 ms\t910.000 ms\t910.000 ms\t0\tbeyond the knee\n");
  }

  @Test
  void the_knee_is_where_response_time_leaves_service_time() {
    assertThat(SweepReport.knee(List.of(CALM, BUSY, STUCK)))
        .isEqualTo("\nKnee:\tbetween 100.0 requests/sec and 150.0 requests/sec\n\n");
    assertThat(SweepReport.knee(List.of(STUCK, CALM, BUSY, STUCK)))
        .isEqualTo("\nKnee:\tbetween 100.0 requests/sec and 150.0 requests/sec\n\n");
    assertThat(SweepReport.knee(List.of(CALM)))
        .isEqualTo("\nKnee:\tnot reached up to 100.0 requests/sec\n\n");
    assertThat(SweepReport.knee(List.of(STUCK)))
        .isEqualTo("\nKnee:\tbelow 225.0 requests/sec; sweep lower rates\n\n");
    assertThat(SweepReport.knee(List.of())).isEqualTo("\nKnee:\tno step was made\n\n");
  }

  /** One request that takes 10 ms and is sent this much late. */
  private static SweepStep step(double rate, long lateMillis) {
    Attempt attempt = new Attempt(0);
    attempt.begin(1, 0, false, nanos(lateMillis));
    attempt.answering(200, "http/1.1");
    attempt.answered(nanos(lateMillis + 10));
    return new SweepStep(rate, Results.counted(1_000, attempt));
  }
}
