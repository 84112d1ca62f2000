package ratelab.experiments.lab;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.PriorityQueue;
import java.util.stream.LongStream;
import ratelab.experiments.lab.ExporterGate.Scraper;
import ratelab.experiments.recording.Disturbed;
import ratelab.experiments.scenario.Disturbance;
import ratelab.experiments.scenario.Disturbance.Anchor;
import ratelab.experiments.scenario.Scenario;
import ratelab.experiments.scrape.ScrapeClock;

/** Does to a run what its scenario says, when its time has come. */
final class Disturber {
  private record Due(Disturbance disturbance, long atMillis) {}

  private final Scenario scenario;
  private final Stage stage;
  private final Replacements replacements;
  private final ScrapeClock clock;
  private final PriorityQueue<Due> due =
      new PriorityQueue<>(Comparator.comparingLong(Due::atMillis));
  private final List<Disturbed> done = new ArrayList<>();

  Disturber(Scenario scenario, Stage stage, Replacements replacements, ScrapeClock clock) {
    this.scenario = scenario;
    this.stage = stage;
    this.replacements = replacements;
    this.clock = clock;
  }

  /** The instant has come that some disturbances count from. */
  void reached(Anchor anchor) {
    long now = clock.nowMillis();
    scenario.disturbances().stream()
        .filter(d -> d.at() == anchor)
        .map(d -> new Due(d, now + d.after().toMillis()))
        .forEach(due::add);
    doWhatIsDue();
  }

  /** Does everything whose time has come; called while the run waits. */
  void doWhatIsDue() {
    for (Due next = due.peek();
        next != null && next.atMillis() <= clock.nowMillis();
        next = due.peek()) {
      due.remove();
      long start = clock.nowMillis();
      done.add(new Disturbed(next.disturbance().act(), start, act(next.disturbance(), start)));
    }
  }

  /** Returns until when it lasts. */
  private long act(Disturbance disturbance, long startMillis) {
    int count = disturbance.count();
    switch (disturbance.act()) {
      case END_TARGET -> replacements.endTarget();
      case RESTART_TARGET -> replacements.restartTarget();
      case RESET_COUNTER -> replacements.resetCounter();
      case RESTART_EXPORTER -> replacements.restartExporter();
      case RESTART_PROMETHEUS -> replacements.restartPrometheus();
      case SKIP_SCRAPES -> {
        stage.scraping().skip(count);
        gate().fail(Scraper.PROMETHEUS, count);
      }
      case FAIL_SCRAPES -> {
        gate().fail(Scraper.LAB, count);
        gate().fail(Scraper.PROMETHEUS, count);
      }
      case SLOW_EXPORTER -> {
        gate().delay(Scraper.LAB, count, disturbance.delay());
        gate().delay(Scraper.PROMETHEUS, count, disturbance.delay());
      }
    }
    return disturbance.act().countsScrapes()
        ? startMillis + scenario.scrapeInterval().multipliedBy(count).toMillis()
        : clock.nowMillis();
  }

  private ExporterGate gate() {
    return stage.gate().orElseThrow();
  }

  /** What was done so far. */
  List<Disturbed> done() {
    return List.copyOf(done);
  }

  /** When the last thing is over that is done to the run, as far as its time is known. */
  OptionalLong endMillis() {
    return LongStream.concat(
            done.stream().mapToLong(Disturbed::endMillis),
            due.stream().mapToLong(d -> d.atMillis() + length(d.disturbance()).toMillis()))
        .max();
  }

  private Duration length(Disturbance disturbance) {
    return scenario.scrapeInterval().multipliedBy(disturbance.count());
  }

  /** When the target was ended or restarted; empty if that has not happened. */
  Optional<Disturbed> targetChanged() {
    return done.stream().filter(d -> d.act().endsTarget()).findFirst();
  }
}
