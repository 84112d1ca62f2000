package ratelab.experiments.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import ratelab.experiments.lab.LabListener;
import ratelab.experiments.lab.SimulatedLab;
import ratelab.experiments.lab.SimulatedWorld;
import ratelab.experiments.rate.Sample;
import ratelab.experiments.recording.Disturbed;
import ratelab.experiments.recording.Recording;
import ratelab.experiments.scenario.BuiltInScenarios;
import ratelab.experiments.scenario.Cause;
import ratelab.experiments.scenario.Disturbance.Act;
import ratelab.experiments.scenario.Expectation;

/** The first scrape after the load is to be left out. */
class MissedScrapeTest {
  private static final Recording LEFT_OUT =
      new SimulatedLab(SimulatedWorld.asTheOriginal(1))
          .record(BuiltInScenarios.read("decay/missed-scrape"), LabListener.SILENT);

  private static final Recording ALL_MADE =
      new SimulatedLab(SimulatedWorld.asTheOriginal(1))
          .record(BuiltInScenarios.read("decay/three-workers"), LabListener.SILENT);

  @Test
  void one_that_was_left_out_is_named() {
    assertThat(cause(LEFT_OUT).status()).isEqualTo(Status.PASS);
  }

  @Test
  void one_that_a_busy_lab_made_all_the_same_leaves_the_cause_open() {
    long loadEnd = ALL_MADE.marks().loadEndMillis();
    long made =
        ALL_MADE.series().getFirst().samples().stream()
            .mapToLong(Sample::timestampMillis)
            .filter(time -> time > loadEnd)
            .min()
            .orElseThrow();
    Recording tooLate =
        ALL_MADE
            .with()
            .scenario(LEFT_OUT.scenario())
            .disturbed(List.of(new Disturbed(Act.SKIP_SCRAPES, made + 1, made + 20_000)))
            .build();

    assertThat(cause(tooLate))
        .returns(Status.INCONCLUSIVE, Verdict::status)
        .returns(
            "The scrape that was to be left out had been made %d ms after the load's end, before it could be: the machine is too busy for this scrape interval. Use a lower --speed."
                .formatted(made - loadEnd),
            Verdict::reason);
  }

  private static Verdict cause(Recording recording) {
    return Analyst.judge(recording, new Expectation.CauseIs(Cause.MISSED_SCRAPE)).getFirst();
  }
}
