package ratelab.experiments.lab;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import ratelab.experiments.recording.Disturbed;
import ratelab.experiments.scenario.Disturbance;
import ratelab.experiments.scenario.Disturbance.Act;
import ratelab.experiments.scenario.Disturbance.Anchor;
import ratelab.experiments.scenario.Platform;
import ratelab.experiments.scenario.Scenario;
import ratelab.experiments.scrape.ScrapeClock;

/** Scrapes are 300 ms apart; a process takes 70 ms to end and 50 ms more to start anew. */
class DisturberTest {
  private static final int END_MILLIS = 70;
  private static final int START_MILLIS = 50;

  private final HandClock clock = new HandClock();
  private final List<String> acts = new ArrayList<>();

  @Test
  void nothing_is_done_before_its_time() {
    Disturber disturber = disturber(at(Anchor.LOAD_START, 200, Act.FAIL_SCRAPES, 3));
    disturber.reached(Anchor.LOAD_START);
    clock.nowMillis = 1_199;
    disturber.doWhatIsDue();

    assertThat(acts).isEmpty();
    assertThat(disturber.done()).isEmpty();

    clock.nowMillis = 1_200;
    disturber.doWhatIsDue();
    assertThat(acts).containsExactly("fail 3");
  }

  @Test
  void what_has_no_wait_is_done_as_soon_as_its_anchor_is_reached() {
    Disturber disturber = disturber(at(Anchor.LOAD_END, 0, Act.END_TARGET, 1));
    disturber.reached(Anchor.LOAD_START);
    assertThat(acts).isEmpty();

    disturber.reached(Anchor.LOAD_END);
    assertThat(acts).containsExactly("end target");
  }

  @Test
  void each_is_done_once_and_in_the_order_of_their_times() {
    Disturber disturber =
        disturber(
            at(Anchor.LOAD_START, 300, Act.RESTART_PROMETHEUS, 1),
            at(Anchor.LOAD_START, 100, Act.RESET_COUNTER, 1),
            at(Anchor.LOAD_START, 200, Act.RESTART_EXPORTER, 1));
    disturber.reached(Anchor.LOAD_START);
    clock.nowMillis = 5_000;
    disturber.doWhatIsDue();
    disturber.doWhatIsDue();

    assertThat(acts).containsExactly("reset counter", "restart exporter", "restart prometheus");
  }

  @Test
  void what_is_due_at_the_same_instant_is_done_in_the_order_of_the_scenario() {
    Disturber disturber =
        disturber(
            at(Anchor.LOAD_START, 20, Act.FAIL_SCRAPES, 1),
            at(Anchor.LOAD_START, 20, Act.RESTART_EXPORTER, 1),
            at(Anchor.LOAD_START, 20, Act.SKIP_SCRAPES, 2),
            at(Anchor.LOAD_START, 20, Act.RESET_COUNTER, 1),
            at(Anchor.LOAD_START, 20, Act.RESTART_PROMETHEUS, 1));
    disturber.reached(Anchor.LOAD_START);
    clock.nowMillis = 1_020;
    disturber.doWhatIsDue();

    assertThat(acts)
        .containsExactly(
            "fail 1", "restart exporter", "skip 2", "reset counter", "restart prometheus");
  }

  @Test
  void a_restart_lasts_until_it_is_done() {
    Disturber disturber = disturber(at(Anchor.LOAD_END, 0, Act.RESTART_TARGET, 1));
    disturber.reached(Anchor.LOAD_END);

    assertThat(disturber.done()).containsExactly(new Disturbed(Act.RESTART_TARGET, 1_000, 1_120));
    assertThat(disturber.hasChangedTarget()).isTrue();
  }

  @Test
  void troubled_scrapes_last_as_many_intervals_as_there_are_of_them() {
    Disturber disturber =
        disturber(
            new Disturbance(
                Anchor.LOAD_START, Duration.ZERO, Act.SLOW_EXPORTER, 2, Duration.ofMillis(40)));
    disturber.reached(Anchor.LOAD_START);

    assertThat(acts).containsExactly("delay 2 by PT0.04S");
    assertThat(disturber.done()).containsExactly(new Disturbed(Act.SLOW_EXPORTER, 1_000, 1_600));
    assertThat(disturber.hasChangedTarget()).isFalse();
  }

  @Test
  void the_end_of_all_is_known_from_what_was_done_and_what_is_still_due() {
    Disturber disturber =
        disturber(
            at(Anchor.LOAD_START, 0, Act.SKIP_SCRAPES, 2),
            at(Anchor.LOAD_START, 1_000, Act.FAIL_SCRAPES, 3));
    assertThat(disturber.endMillis()).isEqualTo(OptionalLong.empty());

    disturber.reached(Anchor.LOAD_START);
    assertThat(disturber.endMillis()).hasValue(1_000 + 1_000 + 3 * 300);
  }

  @Test
  void what_was_done_stays_as_it_was_told() {
    Disturber disturber =
        disturber(
            at(Anchor.LOAD_START, 0, Act.SKIP_SCRAPES, 1),
            at(Anchor.LOAD_END, 0, Act.SKIP_SCRAPES, 1));
    disturber.reached(Anchor.LOAD_START);
    List<Disturbed> before = disturber.done();
    disturber.reached(Anchor.LOAD_END);

    assertThat(before).hasSize(1);
    assertThat(disturber.done()).hasSize(2);
  }

  private static Disturbance at(Anchor anchor, long afterMillis, Act act, int count) {
    return new Disturbance(anchor, Duration.ofMillis(afterMillis), act, count, Duration.ZERO);
  }

  private Disturber disturber(Disturbance... disturbances) {
    Scenario s = SmallScenario.on(Platform.JAVALIN);
    return new Disturber(
        new Scenario(
            s.name(),
            s.about(),
            s.target(),
            s.load(),
            s.scrapeInterval(),
            s.windows(),
            s.idle(),
            s.expectations(),
            s.speed(),
            List.of(disturbances)),
        new Diary(),
        clock);
  }

  /** A clock that is set by hand. */
  private static final class HandClock implements ScrapeClock {
    private long nowMillis = 1_000;

    @Override
    public long nowMillis() {
      return nowMillis;
    }

    @Override
    public void sleepUntil(long millis) {
      nowMillis = Math.max(nowMillis, millis);
    }
  }

  /** Writes down what it is asked for, and takes its time for processes. */
  private final class Diary implements Interventions {
    @Override
    public void endTarget() {
      clock.nowMillis += END_MILLIS;
      acts.add("end target");
    }

    @Override
    public void restartTarget() {
      clock.nowMillis += END_MILLIS + START_MILLIS;
      acts.add("restart target");
    }

    @Override
    public void resetCounter() {
      acts.add("reset counter");
    }

    @Override
    public void restartExporter() {
      acts.add("restart exporter");
    }

    @Override
    public void restartPrometheus() {
      acts.add("restart prometheus");
    }

    @Override
    public void skipScrapes(int count) {
      acts.add("skip " + count);
    }

    @Override
    public void failScrapes(int count) {
      acts.add("fail " + count);
    }

    @Override
    public void delayScrapes(int count, Duration delay) {
      acts.add("delay " + count + " by " + delay);
    }
  }
}
