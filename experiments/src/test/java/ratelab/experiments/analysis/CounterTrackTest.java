package ratelab.experiments.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import ratelab.experiments.rate.Sample;
import ratelab.experiments.rate.Series;
import ratelab.experiments.rate.SeriesId;

class CounterTrackTest {
  @Test
  void user_and_system_add_up_scrape_by_scrape_from_zero() {
    CounterTrack track =
        CounterTrack.of(
            List.of(
                series("cpu", "target", "user", 0, 5, 1000, 6),
                series("cpu", "target", "system", 0, 1, 1000, 1.5)),
            "cpu",
            "target");

    assertThat(track.samples()).containsExactly(new Sample(0, 0), new Sample(1000, 1.5));
  }

  @Test
  void other_groups_and_other_metrics_do_not_count() {
    CounterTrack track =
        CounterTrack.of(
            List.of(
                series("cpu", "target", "user", 0, 1, 1000, 2),
                series("cpu", "hey", "user", 0, 1, 1000, 9),
                series("io", "target", "user", 0, 1, 1000, 9)),
            "cpu",
            "target");

    assertThat(track.gaps(0, 1000)).containsExactly(new CounterTrack.Gap(0, 1000, 1));
  }

  @Test
  void after_a_reset_the_counter_goes_on_from_where_it_was() {
    CounterTrack track =
        CounterTrack.of(
            List.of(series("cpu", "target", "user", 0, 10, 1000, 12, 2000, 3)), "cpu", "target");

    assertThat(track.samples())
        .containsExactly(new Sample(0, 0), new Sample(1000, 2), new Sample(2000, 5));
  }

  @Test
  void the_marker_of_a_series_end_is_no_value() {
    Series ended =
        new Series(
            SeriesId.of("cpu", Map.of("groupname", "target")),
            List.of(new Sample(0, 10), new Sample(1000, 12), Sample.stale(2000)));

    assertThat(CounterTrack.of(List.of(ended), "cpu", "target").samples())
        .containsExactly(new Sample(0, 0), new Sample(1000, 2));
  }

  private static Series series(String metric, String group, String mode, double... timesAndValues) {
    var samples = new java.util.ArrayList<Sample>();
    for (int i = 0; i < timesAndValues.length; i += 2) {
      samples.add(new Sample((long) timesAndValues[i], timesAndValues[i + 1]));
    }
    return new Series(SeriesId.of(metric, Map.of("groupname", group, "mode", mode)), samples);
  }
}
