package ratelab.experiments.lab;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import ratelab.experiments.lab.SimulatedExporter.Answer;
import ratelab.experiments.rate.Sample;
import ratelab.experiments.rate.Series;
import ratelab.experiments.rate.SeriesId;
import ratelab.experiments.recording.CpuCounter;
import ratelab.experiments.recording.CpuReading;
import ratelab.experiments.recording.Marks;
import ratelab.experiments.recording.ScrapeFailure;

/**
 * What a scraper of the simulated target stores: the series of the exporter, with phase and jitter.
 */
final class SimulatedScrapes {
  static final int TICKS_PER_SECOND = 100;

  private static final Map<String, String> GROUP = Map.of("groupname", "target");
  private static final Map<String, String> CHILDREN = Map.of("groupname", "target-children");
  private static final double USER_SHARE = 0.6;

  private final List<Sample> runtime = new ArrayList<>();
  private final List<Sample> user = new ArrayList<>();
  private final List<Sample> system = new ArrayList<>();
  private final List<Sample> processes = new ArrayList<>();
  private final List<Sample> starts = new ArrayList<>();
  private final List<Sample> errors = new ArrayList<>();
  private final List<Sample> durations = new ArrayList<>();
  private final List<Sample> childRuntime = new ArrayList<>();
  private final List<Sample> childUser = new ArrayList<>();
  private final List<CpuReading> readings = new ArrayList<>();
  private final List<ScrapeFailure> failures = new ArrayList<>();

  SimulatedScrapes(SimulatedExporter exporter, Duration interval, Marks marks, Random random) {
    double intervalMillis = interval.toNanos() / 1e6;
    double phase = random.nextDouble() * intervalMillis;
    // As measured on real scrapers: a thousandth of the interval.
    double jitter = intervalMillis / 1000;
    for (int k = 0; ; k++) {
      double due = marks.idleStartMillis() + phase + k * intervalMillis;
      if (due > marks.endMillis()) {
        return;
      }
      long time = Math.round(due + (random.nextDouble() - 0.5) * jitter);
      exporter.scrape(time).ifPresent(answer -> store(time, answer));
    }
  }

  private void store(long timeMillis, Answer answer) {
    switch (answer) {
      case Answer.Failed failed -> failures.add(new ScrapeFailure(timeMillis, failed.reason()));
      case Answer.WithoutTarget without -> self(timeMillis, without.tookSeconds());
      case Answer.WithTarget target -> {
        self(timeMillis, target.tookSeconds());
        add(timeMillis, target);
      }
    }
  }

  private void self(long timeMillis, double tookSeconds) {
    errors.add(new Sample(timeMillis, 0));
    durations.add(new Sample(timeMillis, tookSeconds));
  }

  private void add(long timeMillis, Answer.WithTarget target) {
    double cpuNanos = target.cpuNanos();
    runtime.add(new Sample(timeMillis, Math.floor(cpuNanos) / 1e9));
    user.add(new Sample(timeMillis, ticks(cpuNanos * USER_SHARE)));
    system.add(new Sample(timeMillis, ticks(cpuNanos * (1 - USER_SHARE))));
    processes.add(new Sample(timeMillis, 1));
    readings.add(new CpuReading(timeMillis, Math.round(target.cpuNanos())));
    addChildren(timeMillis, target);
    starts.add(new Sample(timeMillis, Math.floorDiv(target.startMillis(), 1000)));
  }

  private void addChildren(long timeMillis, Answer.WithTarget target) {
    target
        .childCpuNanos()
        .ifPresent(
            nanos -> {
              childRuntime.add(new Sample(timeMillis, Math.floor(nanos) / 1e9));
              childUser.add(new Sample(timeMillis, ticks(nanos)));
            });
  }

  private static double ticks(double cpuNanos) {
    return Math.floor(cpuNanos * TICKS_PER_SECOND / 1e9) / TICKS_PER_SECOND;
  }

  List<Series> series() {
    String cpu = CpuCounter.TICKS.metric();
    List<Series> all = new ArrayList<>(targets(cpu));
    if (!childRuntime.isEmpty()) {
      all.add(new Series(SeriesId.of(CpuCounter.NANOSECONDS.metric(), CHILDREN), childRuntime));
      all.add(
          new Series(
              SeriesId.of(cpu, Map.of("groupname", "target-children", "mode", "user")), childUser));
    }
    return all;
  }

  private List<Series> targets(String cpu) {
    return List.of(
        new Series(SeriesId.of(CpuCounter.NANOSECONDS.metric(), GROUP), runtime),
        new Series(SeriesId.of(cpu, Map.of("groupname", "target", "mode", "user")), user),
        new Series(SeriesId.of(cpu, Map.of("groupname", "target", "mode", "system")), system),
        new Series(SeriesId.of("namedprocess_namegroup_num_procs", GROUP), processes),
        new Series(SeriesId.of("namedprocess_namegroup_oldest_start_time_seconds", GROUP), starts),
        new Series(SeriesId.of("namedprocess_scrape_errors", Map.of()), errors),
        new Series(SeriesId.of(SampleStore.SCRAPE_DURATION, Map.of()), durations));
  }

  /** The target's CPU time as it is; the counters of a fresh exporter begin at zero. */
  List<CpuReading> readings() {
    return readings;
  }

  List<ScrapeFailure> failures() {
    return failures;
  }
}
