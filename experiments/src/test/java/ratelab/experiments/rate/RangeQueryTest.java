package ratelab.experiments.rate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RangeQueryTest {
  @Test
  void prints_itself_as_promql() {
    assertThat(query("t\"x", Duration.ofSeconds(90)))
        .hasToString("sum by (groupname) (rate(cpu{groupname=\"t\\\"x\"}[1m30s]))");
  }

  @Test
  void a_modifier_follows_the_range() {
    assertThat(
            new RangeQuery(
                "cpu", "t", RangeFunction.INCREASE, Duration.ofSeconds(30), RangeModifier.ANCHORED))
        .hasToString("sum by (groupname) (increase(cpu{groupname=\"t\"}[30s] anchored))");
  }

  @Test
  void selects_the_series_of_its_metric_and_group() {
    RangeQuery query = query("x", Duration.ofSeconds(30));

    assertThat(query.selects(SeriesId.of("cpu", Map.of("groupname", "x", "mode", "user"))))
        .isTrue();
    assertThat(query.selects(SeriesId.of("cpu", Map.of("groupname", "y")))).isFalse();
    assertThat(query.selects(SeriesId.of("mem", Map.of("groupname", "x")))).isFalse();
  }

  @ParameterizedTest
  @CsvSource({"PT30S, 30s", "PT5M, 5m", "PT26H, 26h", "PT1.118S, 1s118ms", "PT0.5S, 500ms"})
  void windows_are_written_as_prometheus_reads_them(Duration window, String text) {
    assertThat(PromDuration.print(window)).isEqualTo(text);
  }

  @ParameterizedTest
  @CsvSource({"PT0S", "PT-1S", "PT0.0005S"})
  void a_window_that_promql_cannot_say_is_refused(Duration window) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> query("x", window))
        .withMessage(window + ": PromQL takes a positive whole number of milliseconds");
  }

  @Test
  void seconds_are_rounded_as_go_rounds_them() {
    assertThat(PromDuration.seconds(Duration.ofMillis(1118))).isEqualTo(1 + 0.118);
    assertThat(PromDuration.seconds(Duration.ofMillis(1118))).isNotEqualTo(1118 / 1000.0);
  }

  private static RangeQuery query(String group, Duration window) {
    return new RangeQuery("cpu", group, RangeFunction.RATE, window);
  }
}
