package ratelab.experiments.cli;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.OptionalLong;
import ratelab.experiments.forecast.Forecast;
import ratelab.experiments.lab.LabListener;
import ratelab.experiments.lab.LabPhase;
import ratelab.experiments.lab.LabStatus;
import ratelab.experiments.scenario.Durations;
import ratelab.experiments.scenario.Scenario;

/** Tells on the terminal what happens in the lab: a line a phase, the forecasts, one live line. */
final class ProgressLine implements LabListener, AutoCloseable {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("HH:mm:ss").withZone(ZoneId.systemDefault());

  private final Console console;
  private final Scenario scenario;
  private final Clock clock;

  ProgressLine(Console console, Scenario scenario, Clock clock) {
    this.console = console;
    this.scenario = scenario;
    this.clock = clock;
  }

  @Override
  public void phase(LabPhase phase, OptionalLong expectedEndMillis) {
    console.endLive();
    String until =
        expectedEndMillis.isPresent() ? ", until " + time(expectedEndMillis.getAsLong()) : "";
    console.line("%s  %s%s".formatted(time(clock.millis()), phase.label(), until));
  }

  @Override
  public void forecast(Forecast forecast) {
    console.endLive();
    ForecastText.lines(forecast, scenario, ProgressLine::time)
        .forEach(line -> console.line("          " + line));
  }

  @Override
  public void status(LabStatus status) {
    StringBuilder line =
        new StringBuilder("%s  %s".formatted(time(clock.millis()), status.phase().label()));
    line.append("  elapsed ").append(Durations.print(whole(status.elapsed())));
    status.runEndMillis().ifPresent(end -> line.append("  end ").append(time(end)));
    status.toWorkOff().ifPresent(n -> line.append("  to work off ").append(n));
    status.cores().ifPresent(c -> line.append("  %.6f cores".formatted(c)));
    console.live(line.toString());
  }

  @Override
  public void note(String text) {
    console.endLive();
    console.line("          " + text);
  }

  @Override
  public void close() {
    console.endLive();
  }

  static String time(long millis) {
    return TIME.format(Instant.ofEpochMilli(millis));
  }

  private static Duration whole(Duration duration) {
    return Duration.ofSeconds(duration.toSeconds());
  }
}
