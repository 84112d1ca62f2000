package ratelab.exporter.differential;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import ratelab.exporter.RequiredTools;

/**
 * Both exporters on the same machine, with the same configuration, before the same processes: they
 * say the same, but for what {@code docs/differences.md} lists.
 */
@Timeout(120)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DifferentialIT {
  private @Nullable Zoo zoo;
  private @Nullable Play play;

  @BeforeAll
  void play(@TempDir Path directory) throws Exception {
    zoo = Zoo.orSkip(directory);
    play = new Play(zoo);
    play.run(Configurations.ALL, Program.reference(), Program.ours());
  }

  @AfterAll
  void close() throws IOException {
    if (play != null) play.close();
    if (zoo != null) zoo.close();
  }

  static List<Configuration> configurations() {
    return Configurations.ALL;
  }

  @ParameterizedTest
  @MethodSource("configurations")
  void both_say_the_same_but_for_what_is_listed(Configuration configuration) {
    assertThat(comparison(configuration).divergences())
        .filteredOn(divergence -> ExpectedDifference.of(divergence).isEmpty())
        .isEmpty();
  }

  @Test
  void each_listed_difference_shows() {
    assertThat(
            configurations().stream()
                .flatMap(configuration -> comparison(configuration).divergences().stream())
                .flatMap(divergence -> ExpectedDifference.of(divergence).stream())
                .collect(Collectors.toSet()))
        .containsAll(EnumSet.complementOf(EnumSet.copyOf(ExpectedDifference.AT_TIMES)));
  }

  @ParameterizedTest
  @MethodSource("configurations")
  void the_reference_has_groups_wherever_rules_are_given(Configuration configuration) {
    boolean rules =
        !Set.of("", "empty.yaml").contains(configuration.file())
            || configuration.has("-namemapping");
    assertThat(comparison(configuration).observations())
        .isNotEmpty()
        .allSatisfy(
            observation ->
                assertThat(observation.bracket().before().samples().keySet())
                    .matches(all -> all.stream().anyMatch(Series::isOfGroup) == rules));
  }

  @Test
  void the_zoo_has_processes_of_all_kinds() {
    Comparison comparison = comparison(configurations().getFirst());
    Exposition first = comparison.observations().getFirst().bracket().before();
    Exposition seen = comparison.observations().getLast().bracket().before();
    assertThat(seen.largest("states", "state", "Running")).isPositive();
    assertThat(first.largest("states", "state", "Zombie")).isPositive();
    assertThat(seen.largest("states", "state", "Other")).isPositive();
    assertThat(seen.largest("thread_count", "threadname", "th read)")).isPositive();
    assertThat(seen.largest("thread_io_bytes_total", "iomode", "write")).isPositive();
    assertThat(seen.largest("num_procs", "groupname", "deep")).isGreaterThan(10);
    assertThat(seen.largest("num_procs", "groupname", "new\nline")).isEqualTo(1);
    assertThat(seen.largest("num_procs", "groupname", "mayfly")).isEqualTo(1);
    assertThat(seen.largest("worst_fd_ratio", "groupname", "hoarder")).isGreaterThan(0.2);
    assertThat(seen.largest("memory_bytes", "memtype", "proportionalResident")).isPositive();
  }

  @Test
  void promtool_finds_no_fault_with_ours() throws Exception {
    Path promtool = RequiredTools.locate("promtool", "prometheus");
    Process check =
        new ProcessBuilder(promtool.toString(), "check", "metrics")
            .redirectErrorStream(true)
            .start();
    try (var input = check.outputWriter()) {
      input.write(played().pair(configurations().getFirst()).ours().text());
    }
    assertThat(check.inputReader().readAllAsString()).isEmpty();
    assertThat(check.waitFor(10, TimeUnit.SECONDS)).isTrue();
    assertThat(check.exitValue()).isZero();
  }

  private Comparison comparison(Configuration configuration) {
    return played().of(configuration);
  }

  private Play played() {
    return Optional.ofNullable(play).orElseThrow();
  }
}
