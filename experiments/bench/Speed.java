import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import ratelab.experiments.analysis.Analyst;
import ratelab.experiments.analysis.Status;
import ratelab.experiments.analysis.shape.Decimation;
import ratelab.experiments.lab.LabListener;
import ratelab.experiments.lab.SimulatedLab;
import ratelab.experiments.lab.SimulatedWorld;
import ratelab.experiments.rate.Curve;
import ratelab.experiments.rate.Dialect;
import ratelab.experiments.rate.RangeFunction;
import ratelab.experiments.rate.RangeQuery;
import ratelab.experiments.rate.RateModel;
import ratelab.experiments.rate.Sample;
import ratelab.experiments.rate.ScrapeGrid;
import ratelab.experiments.rate.Series;
import ratelab.experiments.rate.SeriesId;
import ratelab.experiments.rate.Steps;
import ratelab.experiments.scenario.BuiltInScenarios;
import ratelab.experiments.scenario.Scenario;

/** Measures what a reader waits for: curves evaluated anew, and simulated runs. See README.md. */
public final class Speed {
  private static final int RUN_SECONDS = 20 * 60;
  private static final int[] WINDOWS = {10, 15, 20, 30, 45, 60, 90, 120, 150, 180, 240, 300};
  private static final int[] INTERVALS = {1, 2, 5, 10, 15, 30};
  private static final List<RangeFunction> FUNCTIONS =
      List.of(RangeFunction.RATE, RangeFunction.INCREASE, RangeFunction.IRATE, RangeFunction.DERIV);
  private static final int RUNS = 1000;

  private Speed() {}

  public static void main(String[] arguments) {
    Locale.setDefault(Locale.ROOT);
    for (String pass : List.of("first pass, cold JVM", "second pass")) {
      curves(pass);
    }
    for (String what : arguments.length > 0 ? List.of(arguments) : List.of("seed")) {
      simulated(what);
    }
  }

  private static void curves(String pass) {
    List<Series> recorded = recorded();
    RateModel model = new RateModel(Dialect.V3);
    Steps steps = new Steps(0, RUN_SECONDS * 1000L, Duration.ofSeconds(1));
    long start = System.nanoTime();
    int curves = 0;
    long points = 0;
    for (int interval : INTERVALS) {
      ScrapeGrid grid = new ScrapeGrid(0, Duration.ofSeconds(interval));
      List<Series> scraped = interval == 1 ? recorded : Decimation.of(recorded, 1000, grid);
      for (int window : WINDOWS) {
        for (RangeFunction function : FUNCTIONS) {
          RangeQuery query = new RangeQuery("cpu", "target", function, Duration.ofSeconds(window));
          Curve curve = model.curve(query, scraped, steps);
          curves++;
          points += curve.points().stream().filter(p -> p.value().isPresent()).count();
        }
      }
    }
    System.out.printf(
        "%d curves (%d windows x %d scrape intervals x %d functions) of a %d minute run at 1 s, 2"
            + " series, 1 s step: %.2f s, %,d points with a value (%s)%n",
        curves,
        WINDOWS.length,
        INTERVALS.length,
        FUNCTIONS.size(),
        RUN_SECONDS / 60,
        seconds(start),
        points,
        pass);
  }

  /** User and system in ticks, with the jitter of a real scraper. */
  private static List<Series> recorded() {
    Random random = new Random(1);
    List<Series> series = new ArrayList<>();
    for (String mode : List.of("user", "system")) {
      List<Sample> samples = new ArrayList<>();
      double counted = 0;
      for (int i = 0; i <= RUN_SECONDS; i++) {
        samples.add(new Sample(i * 1000L + random.nextInt(5), Math.floor(counted * 100) / 100));
        counted += i > 300 && i < 700 ? random.nextDouble() : 0.0005;
      }
      series.add(
          new Series(SeriesId.of("cpu", Map.of("groupname", "target", "mode", mode)), samples));
    }
    return series;
  }

  private static void simulated(String name) {
    Scenario scenario = BuiltInScenarios.read(name);
    long start = System.nanoTime();
    int passed = 0;
    double recording = 0;
    for (int seed = 1; seed <= RUNS; seed++) {
      long begun = System.nanoTime();
      var recorded =
          new SimulatedLab(SimulatedWorld.asTheOriginal(seed))
              .record(scenario, new LabListener() {});
      recording += seconds(begun);
      passed += Analyst.analyse(recorded).status() == Status.PASS ? 1 : 0;
    }
    System.out.printf(
        "%d simulated runs of %s, analysed and judged: %.2f s (%.2f s of it the simulation), %d"
            + " pass%n",
        RUNS, name, seconds(start), recording, passed);
  }

  private static double seconds(long startNanos) {
    return (System.nanoTime() - startNanos) / 1e9;
  }
}
