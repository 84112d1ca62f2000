package ratelab.exporter.page;

import static org.assertj.core.api.Assertions.assertThat;
import static ratelab.exporter.page.Groups.group;
import static ratelab.exporter.page.Groups.nanos;
import static ratelab.exporter.page.Groups.reading;
import static ratelab.exporter.page.Groups.scan;
import static ratelab.exporter.page.Groups.ticking;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import ratelab.exporter.group.GroupScan;
import ratelab.exporter.group.GroupState;

class HistoryTest {
  private static final long EPOCH_MILLIS = 1_000_000;
  private static final OptionalDouble UNKNOWN = OptionalDouble.empty();
  private static final float NOT_KNOWN = Float.NaN;

  private final History history = new History(0, EPOCH_MILLIS);

  @Test
  void there_is_no_table_before_the_first_scan() {
    assertThat(history.table(0)).isEmpty();
    assertThat(history.ageNanos(nanos(1))).isEmpty();
  }

  @Test
  void the_table_says_what_the_newest_scan_found_and_how_long_it_took() {
    history.record(scan(3, group("a", 1)), nanos(3.25));
    GroupTable table = table();
    assertThat(table.atEpochMillis()).isEqualTo(EPOCH_MILLIS + 3000);
    assertThat(table.durationNanos()).isEqualTo(nanos(0.25));
    assertThat(table.rateSeconds()).isEmpty();
    GroupRow row = table.rows().getFirst();
    assertThat(row.key().name()).isEqualTo("a");
    assertThat(row.residentBytes()).isEqualTo(4096);
    assertThat(row.processes()).isEqualTo(1);
    assertThat(row.threads()).isEqualTo(2);
    assertThat(history.ageNanos(nanos(5))).hasValue(nanos(2));
  }

  @Test
  void one_reading_makes_no_rate() {
    record(scan(0, reading("a", 7, 7)));
    GroupRow row = table().rows().getFirst();
    assertThat(List.of(row.cores(), row.readBytesPerSecond(), row.writtenBytesPerSecond()))
        .containsOnly(UNKNOWN);
  }

  @Test
  void cores_are_cpu_seconds_a_second() {
    record(scan(0, group("clock", 10), ticking("ticks", 10)));
    record(scan(15, group("clock", 17.5), ticking("ticks", 13)));
    assertThat(cores())
        .isEqualTo(Map.of("clock", OptionalDouble.of(0.5), "ticks", OptionalDouble.of(0.2)));
    assertThat(table().rateSeconds()).hasValue(15);
  }

  @Test
  void bytes_are_counted_a_second_and_unknown_where_denied() {
    record(scan(0, reading("a", 0, 1000), group("denied", 0)));
    record(scan(2, reading("a", 4096, 1000), group("denied", 0)));
    Map<String, GroupRow> rows = rows();
    assertThat(row(rows, "a").readBytesPerSecond()).hasValue(2048);
    assertThat(row(rows, "a").writtenBytesPerSecond()).hasValue(0);
    assertThat(row(rows, "denied").readBytesPerSecond()).isEmpty();
    assertThat(row(rows, "denied").writtenBytesPerSecond()).isEmpty();
  }

  @Test
  void bytes_that_become_known_have_a_rate_from_the_second_reading_on() {
    record(scan(0, group("a", 0)));
    record(scan(2, reading("a", 1000, 0)));
    assertThat(row(rows(), "a").readBytesPerSecond()).isEmpty();
    record(scan(4, reading("a", 3000, 0)));
    assertThat(row(rows(), "a").readBytesPerSecond()).hasValue(1000);
  }

  @Test
  void a_rate_spans_about_two_seconds_while_somebody_looks() {
    record(scan(0, group("a", 0)));
    for (int second = 1; second <= 10; second++) record(scan(second, group("a", 5)));
    assertThat(cores()).isEqualTo(Map.of("a", OptionalDouble.of(0)));
    assertThat(table().rateSeconds()).hasValue(2);
  }

  @Test
  void a_rate_does_not_wait_for_two_seconds_after_a_long_silence() {
    record(scan(0, group("a", 0)));
    record(scan(15, group("a", 0)));
    record(scan(16, group("a", 1)));
    assertThat(cores()).isEqualTo(Map.of("a", OptionalDouble.of(1)));
  }

  @Test
  void many_viewers_leave_each_other_the_two_seconds() {
    for (int i = 0; i <= 100; i++) record(scan(i * 0.1, group("a", i * 0.025)));
    assertThat(table().rateSeconds().orElseThrow()).isBetween(1.6, 2.4);
    assertThat(row(rows(), "a").cores().orElseThrow()).isBetween(0.2499, 0.2501);
  }

  @Test
  void a_mean_over_hours_is_no_rate_of_now() {
    record(scan(0, group("a", 0)));
    record(scan(7200, group("a", 3600)));
    assertThat(cores()).isEqualTo(Map.of("a", UNKNOWN));
  }

  @Test
  void a_new_group_has_a_rate_as_soon_as_it_was_read_twice() {
    for (int i = 0; i < 4; i++) record(scan(i, group("old", 0)));
    record(scan(4, group("old", 0), group("new", 0.5)));
    assertThat(row(rows(), "new").cores()).isEmpty();
    record(scan(5, group("old", 0), group("new", 1.5)));
    assertThat(row(rows(), "new").cores()).hasValue(1);
  }

  @Test
  void a_counter_that_begins_anew_has_no_rate_at_first() {
    record(scan(0, group("a", 100)));
    record(scan(1, group("a", 1)));
    assertThat(cores()).isEqualTo(Map.of("a", UNKNOWN));
    record(scan(2, group("a", 1.25)));
    assertThat(cores()).isEqualTo(Map.of("a", OptionalDouble.of(0.25)));
  }

  @Test
  void ticks_and_the_clock_are_never_subtracted_from_each_other() {
    record(scan(0, ticking("a", 1)));
    record(scan(1, group("a", 60)));
    assertThat(cores()).isEqualTo(Map.of("a", UNKNOWN));
    record(scan(2, group("a", 60.5)));
    assertThat(cores()).isEqualTo(Map.of("a", OptionalDouble.of(0.5)));
  }

  @Test
  void groups_that_are_gone_are_forgotten() {
    record(scan(0, group("a", 0), group("b", 0)));
    record(scan(1, group("b", 0)));
    assertThat(rows()).containsOnlyKeys("b");
    record(scan(2, group("a", 1), group("b", 0)));
    assertThat(row(rows(), "a").cores()).isEmpty();
  }

  @Test
  void a_failed_scan_changes_nothing() {
    record(scan(0, group("a", 0)));
    record(scan(2, group("a", 1)));
    GroupTable before = table();
    record(Groups.failedScan(3));
    assertThat(table().rows().getFirst().cores()).isEqualTo(before.rows().getFirst().cores());
    assertThat(history.ageNanos(nanos(3))).hasValue(nanos(1));
  }

  @Test
  void the_curve_has_the_mean_of_at_least_five_seconds_each() {
    for (int second = 0; second <= 12; second++) {
      record(scan(second, group("a", second < 5 ? second : 5)));
    }
    assertThat(table().pointsEpochMillis()).containsExactly(epochMillis(5), epochMillis(10));
    assertThat(curve("a")).containsExactly(1, 0);
  }

  @Test
  void scrapes_every_15_seconds_make_a_curve_of_five_minutes() {
    for (int i = 0; i <= 100; i++) record(scan(i * 15, group("a", i * 7.5)));
    assertThat(table().pointsEpochMillis())
        .hasSize(21)
        .startsWith(epochMillis(1200))
        .endsWith(epochMillis(1500));
    assertThat(curve("a")).containsOnly(0.5f);
  }

  @Test
  void the_curve_of_a_new_group_begins_where_it_was_first_known() {
    record(scan(0, group("old", 0)));
    record(scan(5, group("old", 0), group("new", 3)));
    record(scan(10, group("old", 5), group("new", 4)));
    assertThat(curve("old")).containsExactly(0, 1);
    assertThat(curve("new")).containsExactly(NOT_KNOWN, 0.2f);
  }

  @Test
  void the_curve_begins_anew_after_a_time_longer_than_itself() {
    record(scan(0, group("a", 0)));
    record(scan(5, group("a", 5)));
    record(scan(3600, group("a", 3600)));
    assertThat(table().pointsEpochMillis()).isEmpty();
    record(scan(3605, group("a", 3600)));
    assertThat(table().pointsEpochMillis()).containsExactly(epochMillis(3605));
    assertThat(curve("a")).containsExactly(0);
  }

  @Test
  void only_points_that_a_viewer_lacks_are_handed_out() {
    for (int i = 0; i <= 4; i++) record(scan(i * 5, group("a", i)));
    GroupTable table = history.table(epochMillis(10)).orElseThrow();
    assertThat(table.pointsEpochMillis()).containsExactly(epochMillis(15), epochMillis(20));
    assertThat(table.rows().getFirst().points().limit()).isEqualTo(2);
  }

  @Test
  void a_thousand_groups_take_well_below_a_megabyte_and_a_scrape_allocates_little() {
    List<GroupScan> scans = new ArrayList<>();
    for (int i = 0; i < 100; i++) scans.add(thousandGroups(i));
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    record(scan(-5, group("warm-up", 0)));
    long before = threads.getCurrentThreadAllocatedBytes();
    record(scans.getFirst());
    long first = threads.getCurrentThreadAllocatedBytes();
    scans.stream().skip(1).forEach(this::record);
    long later = threads.getCurrentThreadAllocatedBytes();
    assertThat(first - before).isLessThan(750_000);
    assertThat((later - first) / (scans.size() - 1)).isLessThan(100_000);
  }

  private static GroupScan thousandGroups(int seconds) {
    return scan(
        seconds,
        IntStream.range(0, 1000)
            .mapToObj(i -> group("group-" + i, seconds))
            .toArray(GroupState[]::new));
  }

  private void record(GroupScan scan) {
    history.record(scan, scan.atNanos());
  }

  private GroupTable table() {
    return history.table(Long.MIN_VALUE).orElseThrow();
  }

  private Map<String, GroupRow> rows() {
    return table().rows().stream().collect(Collectors.toMap(row -> row.key().name(), row -> row));
  }

  private static GroupRow row(Map<String, GroupRow> rows, String name) {
    return Objects.requireNonNull(rows.get(name), name);
  }

  private Map<String, OptionalDouble> cores() {
    return table().rows().stream()
        .collect(Collectors.toMap(row -> row.key().name(), GroupRow::cores));
  }

  private float[] curve(String group) {
    FloatBuffer points = row(rows(), group).points();
    float[] curve = new float[points.limit()];
    points.duplicate().get(curve);
    return curve;
  }

  private static long epochMillis(int seconds) {
    return EPOCH_MILLIS + seconds * 1000L;
  }
}
