package ratelab.experiments.lab;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalLong;
import java.util.PriorityQueue;
import java.util.stream.LongStream;
import ratelab.experiments.recording.Disturbed;
import ratelab.experiments.scenario.Disturbance;
import ratelab.experiments.scenario.Disturbance.Anchor;
import ratelab.experiments.scenario.Scenario;
import ratelab.experiments.scrape.ScrapeClock;

/** Does to a run what its scenario says, when its time has come. */
final class Disturber {
  /** What is to be done at an instant; at the same one, in the order of the scenario. */
  private record Due(Disturbance disturbance, long atMillis, int place) {
    static final Comparator<Due> IN_TURN =
        Comparator.comparingLong(Due::atMillis).thenComparingInt(Due::place);
  }

  private final Scenario scenario;
  private final Interventions interventions;
  private final ScrapeClock clock;
  private final PriorityQueue<Due> due = new PriorityQueue<>(Due.IN_TURN);
  private final List<Disturbed> done = new ArrayList<>();

  Disturber(Scenario scenario, Interventions interventions, ScrapeClock clock) {
    this.scenario = scenario;
    this.interventions = interventions;
    this.clock = clock;
  }

  /** The instant has come that some disturbances count from. */
  void reached(Anchor anchor) {
    long now = clock.nowMillis();
    List<Disturbance> all = scenario.disturbances();
    for (int place = 0; place < all.size(); place++) {
      Disturbance d = all.get(place);
      if (d.at() == anchor) {
        due.add(new Due(d, now + d.after().toMillis(), place));
      }
    }
    doWhatIsDue();
  }

  /** Does everything whose time has come; called while the run waits. */
  void doWhatIsDue() {
    for (Due next = due.peek();
        next != null && next.atMillis() <= clock.nowMillis();
        next = due.peek()) {
      due.remove();
      long start = clock.nowMillis();
      act(next.disturbance());
      done.add(new Disturbed(next.disturbance().act(), start, end(next.disturbance(), start)));
    }
  }

  private void act(Disturbance disturbance) {
    int count = disturbance.count();
    switch (disturbance.act()) {
      case END_TARGET -> interventions.endTarget();
      case RESTART_TARGET -> interventions.restartTarget();
      case RESET_COUNTER -> interventions.resetCounter();
      case RESTART_EXPORTER -> interventions.restartExporter();
      case RESTART_PROMETHEUS -> interventions.restartPrometheus();
      case SKIP_SCRAPES -> interventions.skipScrapes(count);
      case FAIL_SCRAPES -> interventions.failScrapes(count);
      case SLOW_EXPORTER -> interventions.delayScrapes(count, disturbance.delay());
    }
  }

  /** So many scrapes are over after as many intervals; all else is over when it is done. */
  private long end(Disturbance disturbance, long startMillis) {
    return disturbance.act().countsScrapes()
        ? startMillis + scrapes(disturbance)
        : clock.nowMillis();
  }

  private long scrapes(Disturbance disturbance) {
    return scenario.scrapeInterval().multipliedBy(disturbance.count()).toMillis();
  }

  /** What was done so far. */
  List<Disturbed> done() {
    return List.copyOf(done);
  }

  /** When the last thing is over that is done to the run, as far as its time is known. */
  OptionalLong endMillis() {
    return LongStream.concat(
            done.stream().mapToLong(Disturbed::endMillis),
            due.stream().mapToLong(d -> d.atMillis() + scrapes(d.disturbance())))
        .max();
  }

  /** Whether the target was ended or restarted. */
  boolean hasChangedTarget() {
    return done.stream().anyMatch(d -> d.act().endsTarget());
  }
}
