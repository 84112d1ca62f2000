package ratelab.experiments.suite;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import ratelab.experiments.analysis.Analysis;
import ratelab.experiments.analysis.Analyst;
import ratelab.experiments.lab.Lab;
import ratelab.experiments.lab.LabException;
import ratelab.experiments.lab.LabListener;
import ratelab.experiments.recording.Recording;
import ratelab.experiments.recording.RecordingWriter;
import ratelab.experiments.report.ReportFiles;
import ratelab.experiments.report.suite.ExperimentSections;
import ratelab.experiments.report.suite.PlayedRun;
import ratelab.experiments.report.suite.RunEntry;
import ratelab.experiments.report.suite.Suite;
import ratelab.experiments.report.suite.SuiteEntry;
import ratelab.experiments.report.suite.SuitePage;
import ratelab.experiments.scenario.Scenario;
import ratelab.experiments.scenario.Target;

/** Plays scenarios, so many at the same time, and writes one report over all of them. */
public final class SuiteRun {
  /** The combined report's file. */
  public static final String REPORT = "index.html";

  private final Path directory;
  private final int atOnce;
  private final Labs labs;
  private final Function<Target, Optional<String>> missing;

  /** Makes the lab of one run. */
  @FunctionalInterface
  public interface Labs {
    /**
     * A lab for one run.
     *
     * @param runDirectory where its files go
     */
    Lab lab(Path runDirectory);
  }

  /** Told what becomes of the runs, one call at a time. */
  public interface Listener {
    /** A run begins. */
    default void begins(Scenario scenario) {}

    /** A run has ended. */
    default void ended(Outcome outcome) {}
  }

  /** What became of a scenario. */
  public sealed interface Outcome {
    /** The scenario. */
    Scenario scenario();

    /** It was played. */
    record Played(Scenario scenario, Path directory, Recording recording, Analysis analysis)
        implements Outcome {}

    /** It could not be played; the reason names cause and remedy. */
    record Absent(Scenario scenario, String reason) implements Outcome {}

    /** Its run broke; the reason names cause and remedy. */
    record Broken(Scenario scenario, String reason) implements Outcome {}
  }

  /**
   * Plays into a directory.
   *
   * @param directory where the runs' directories and the combined report go
   * @param atOnce how many runs at the same time
   * @param labs makes a lab for each run
   * @param missing why a target cannot run in these labs; such scenarios are left out
   */
  public SuiteRun(
      Path directory, int atOnce, Labs labs, Function<Target, Optional<String>> missing) {
    this.directory = directory;
    this.atOnce = atOnce;
    this.labs = labs;
    this.missing = missing;
  }

  /**
   * Plays scenarios; the order of the outcomes is theirs. When the calling thread is interrupted
   * all runs end and clean up.
   *
   * @throws InterruptedException when interrupted
   */
  public List<Outcome> play(List<Scenario> scenarios, Listener listener)
      throws InterruptedException {
    ExecutorService threads = Executors.newFixedThreadPool(atOnce);
    try {
      List<Future<Outcome>> runs = new ArrayList<>();
      for (Scenario scenario : scenarios) {
        Callable<Outcome> run = () -> play(scenario, listener);
        runs.add(threads.submit(run));
      }
      List<Outcome> outcomes = new ArrayList<>();
      for (Future<Outcome> run : runs) {
        outcomes.add(outcome(run));
      }
      return outcomes;
    } catch (InterruptedException e) {
      threads.shutdownNow();
      throw e;
    } finally {
      threads.close();
    }
  }

  private static Outcome outcome(Future<Outcome> run) throws InterruptedException {
    try {
      return run.get();
    } catch (ExecutionException e) {
      throw new IllegalStateException("a run ended in a defect of the lab", e.getCause());
    }
  }

  private Outcome play(Scenario scenario, Listener listener) {
    tell(listener, () -> listener.begins(scenario));
    Outcome outcome = outcome(scenario);
    tell(listener, () -> listener.ended(outcome));
    return outcome;
  }

  private static void tell(Listener listener, Runnable call) {
    synchronized (listener) {
      call.run();
    }
  }

  private Outcome outcome(Scenario scenario) {
    Optional<String> absent = missing.apply(scenario.target());
    if (absent.isPresent()) {
      return new Outcome.Absent(scenario, absent.get());
    }
    Path run = directory.resolve(folder(scenario));
    try {
      Recording recording = labs.lab(run).record(scenario, LabListener.SILENT);
      RecordingWriter.write(recording, run);
      Analysis analysis = Analyst.analyse(recording);
      ReportFiles.write(run, analysis, recording);
      return new Outcome.Played(scenario, run, recording, analysis);
    } catch (LabException e) {
      return new Outcome.Broken(scenario, String.valueOf(e.getMessage()));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write the report of " + scenario.name(), e);
    }
  }

  private static String folder(Scenario scenario) {
    return scenario.name().replace('/', '-');
  }

  /**
   * Writes the combined report.
   *
   * @param title what was played
   * @param madeOn when, where and how, in a line
   * @return its file
   */
  public Path write(String title, String madeOn, List<Outcome> outcomes) throws IOException {
    Suite suite = suite(title, madeOn, outcomes);
    Files.createDirectories(directory);
    return Files.writeString(directory.resolve(REPORT), SuitePage.render(suite));
  }

  /** The runs side by side. */
  public static Suite suite(String title, String madeOn, List<Outcome> outcomes) {
    List<SuiteEntry> entries = new ArrayList<>();
    List<PlayedRun> runs = new ArrayList<>();
    List<String> absent = new ArrayList<>();
    for (Outcome outcome : outcomes) {
      String name = outcome.scenario().name();
      switch (outcome) {
        case Outcome.Played played -> {
          PlayedRun run = run(played);
          runs.add(run);
          entries.add(RunEntry.of(run));
        }
        case Outcome.Absent missing -> absent.add(name + ": " + missing.reason());
        case Outcome.Broken broken -> entries.add(RunEntry.broken(name, broken.reason()));
      }
    }
    return new Suite(title, madeOn, entries, ExperimentSections.of(runs, absent), absent);
  }

  private static PlayedRun run(Outcome.Played played) {
    return new PlayedRun(
        played.recording(), played.analysis(), folder(played.scenario()) + "/report.html");
  }
}
