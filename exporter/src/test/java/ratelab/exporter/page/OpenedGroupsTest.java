package ratelab.exporter.page;

import static org.assertj.core.api.Assertions.assertThat;
import static ratelab.exporter.page.Groups.nanos;
import static ratelab.exporter.page.Groups.process;

import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import ratelab.exporter.group.ProcessState;
import ratelab.exporter.rules.GroupKey;

class OpenedGroupsTest {
  private static final GroupKey GROUP = GroupKey.of("a");
  private static final OptionalDouble UNKNOWN = OptionalDouble.empty();

  private final OpenedGroups opened = new OpenedGroups();

  @Test
  void a_process_has_a_rate_from_its_second_reading_on() {
    assertThat(cores(0, process(1, 10))).containsExactly(UNKNOWN);
    assertThat(cores(1, process(1, 10.5), process(2, 3)))
        .containsExactly(OptionalDouble.of(0.5), UNKNOWN);
    assertThat(cores(2, process(1, 11), process(2, 4)))
        .containsExactly(OptionalDouble.of(0.5), OptionalDouble.of(1));
  }

  @Test
  void a_counter_that_fell_is_not_known() {
    cores(0, process(1, 10));
    assertThat(cores(1, process(1, 9))).containsExactly(UNKNOWN);
  }

  @Test
  void a_group_that_nobody_opens_is_forgotten_after_two_minutes() {
    cores(0, process(1, 0));
    opened.forgetUnused(nanos(119));
    assertThat(cores(119, process(1, 11.9))).containsExactly(OptionalDouble.of(0.1));
    opened.forgetUnused(nanos(240));
    assertThat(cores(240, process(1, 24))).containsExactly(UNKNOWN);
  }

  private List<OptionalDouble> cores(double atSeconds, ProcessState... processes) {
    return opened.rows(GROUP, nanos(atSeconds), Stream.of(processes).toList()).stream()
        .map(ProcessRow::cores)
        .toList();
  }
}
