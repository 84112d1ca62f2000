package ratelab.experiments.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class VariantsTest {
  private static final String FILE =
      ScenarioText.VALID
          + """
          variants:
            - name: patient
              about: Clients wait
              target: {sleep: 2s, queue: 3, drop: gone}
              load: {timeout: 0}
              windows: [45s]
              expect:
                - cause: window-only
            - name: by-hand
              about: Somebody reloads the page
              load: {workers: , duration: , requests: 4, every: 30s}
              disturbances:
                - {at: load-end, after: 5s, do: slow-exporter, count: 2, by: 10s}
          """;

  private final ScenarioFile file = ScenarioReader.read(FILE, "mine.yaml", "mine");
  private final Scenario itself = file.scenario();

  @Test
  void mappings_are_laid_over_key_by_key_and_lists_as_a_whole() {
    Scenario patient = file.variant("patient").getFirst();

    assertThat(patient)
        .isEqualTo(
            new Scenario(
                "mine/patient",
                "Clients wait",
                Targets.admitting(
                    itself.target().withSleep(Duration.ofSeconds(2)),
                    new Admission(OptionalInt.of(3), Drop.GONE)),
                new Load(50, Duration.ofMinutes(1), Duration.ZERO),
                itself.scrapeInterval(),
                List.of(Duration.ofSeconds(45)),
                itself.idle(),
                List.of(new Expectation.CauseIs(Cause.WINDOW_ONLY)),
                1,
                List.of()));
  }

  @Test
  void a_key_without_a_value_takes_away_what_stands_above() {
    Scenario byHand = file.variant("by-hand").getFirst();

    assertThat(byHand.load())
        .isEqualTo(Load.byHand(4, Duration.ofSeconds(30), Duration.ofSeconds(20)));
    assertThat(byHand.disturbances())
        .containsExactly(
            new Disturbance(
                Disturbance.Anchor.LOAD_END,
                Duration.ofSeconds(5),
                Disturbance.Act.SLOW_EXPORTER,
                2,
                Duration.ofSeconds(10)));
  }

  @Test
  void a_file_that_expects_something_is_a_scenario_itself_beside_its_variants() {
    assertThat(file.played()).containsExactly(itself);
    assertThat(file.variant("all"))
        .extracting(Scenario::name)
        .containsExactly("mine", "mine/patient", "mine/by-hand");
  }

  @Test
  void a_file_that_expects_nothing_is_there_for_its_variants() {
    ScenarioFile decay = BuiltInScenarios.entry("decay");

    assertThat(decay.played()).isEqualTo(decay.variants()).isNotEmpty();
    assertThatThrownBy(decay::scenario)
        .isInstanceOf(ScenarioException.class)
        .hasMessageStartingWith("'decay' is no single scenario but several; choose one of decay/");
  }

  @Test
  void an_unknown_variant_brings_the_list_and_the_nearest() {
    assertThatThrownBy(() -> file.variant("pacient"))
        .isInstanceOf(ScenarioException.class)
        .hasMessage(
            "'mine' has no variant 'pacient'; did you mean patient? (there are mine/patient,"
                + " mine/by-hand)");
  }

  @Test
  void a_variant_is_played_at_any_speed() {
    Scenario fast = file.variant("by-hand").getFirst().at(10);

    assertThat(fast.load()).isEqualTo(Load.byHand(4, Duration.ofSeconds(3), Duration.ofSeconds(2)));
    assertThat(fast.disturbances().getFirst().delay()).isEqualTo(Duration.ofSeconds(1));
    assertThat(ScenarioReader.read(ScenarioWriter.text(fast), "s.yaml", "s").scenario())
        .isEqualTo(fast);
  }
}
