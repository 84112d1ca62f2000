package ratelab.experiments.scenario;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Writes a scenario as it is played: a scenario file with every default spelled out, nominal
 * durations as values and actual ones as comments. Reading it gives the same scenario.
 */
public final class ScenarioWriter {
  private final Scenario scenario;
  private final StringBuilder out = new StringBuilder();

  private ScenarioWriter(Scenario scenario) {
    this.scenario = scenario;
  }

  /** The scenario in the form that {@link ScenarioReader} reads. */
  public static String text(Scenario scenario) {
    return new ScenarioWriter(scenario).text();
  }

  private String text() {
    line("# A scenario as it was played: durations are nominal, divided by speed they are actual.");
    line("format: " + ScenarioReader.FORMAT);
    line("name: " + quoted(scenario.name()));
    line("about: " + quoted(scenario.about()));
    line("speed: " + plain(BigDecimal.valueOf(scenario.speed())));
    writeTarget(scenario.target());
    writeLoad(scenario.load());
    line("scrape:");
    line("  interval: " + duration(scenario.scrapeInterval()));
    writeWindows();
    line("idle: " + duration(scenario.idle()));
    writeDisturbances();
    line("expect:");
    scenario.expectations().forEach(expectation -> line("  - " + text(expectation)));
    return out.toString();
  }

  private void writeTarget(Target target) {
    if (target.own().isPresent()) {
      OwnServiceText.lines(target.own().get()).forEach(this::line);
      target.cpus().ifPresent(cpus -> line("  cpus: " + cpus));
      return;
    }
    line("target:");
    line("  runtime: " + Words.of(target.platform()));
    line("  concurrency: " + Words.of(target.concurrency()));
    line("  work: " + Words.of(target.work()));
    if (target.work().sleeps()) line("  sleep: " + duration(target.sleep()));
    line("  cpu: " + Durations.print(target.cpu()));
    if (target.threads() != TargetReader.DEFAULT_THREADS
        || target.concurrency() == Concurrency.POOL) {
      line("  threads: " + target.threads());
    }
    line("  accept: " + Words.of(target.accept()));
    target.admission().queue().ifPresent(queue -> line("  queue: " + queue));
    if (target.admission().drop() != Drop.NEVER) {
      line("  drop: " + Words.of(target.admission().drop()));
    }
    if (target.work() == Work.SPAWN) line("  children: " + target.children());
    target.cpus().ifPresent(cpus -> line("  cpus: " + cpus));
  }

  private void writeLoad(Load load) {
    line("load:");
    if (load.command().isPresent()) {
      LoadCommand command = load.command().get();
      line((command.isHey() ? "  hey: " : "  command: ") + OwnServiceText.words(command.words()));
      return;
    }
    if (load.pace() instanceof Pace.ByHand hand) {
      line("  requests: " + hand.requests());
      line("  every: " + duration(hand.every()));
    } else {
      line("  workers: " + load.workers());
      line("  duration: " + duration(load.duration()));
    }
    if (load.pace() instanceof Pace.Open open) line("  rate: " + rate(open));
    line("  timeout: " + duration(load.timeout()));
  }

  private void writeWindows() {
    line("windows:");
    scenario.windows().forEach(window -> line("  - " + duration(window)));
  }

  private void writeDisturbances() {
    if (scenario.disturbances().isEmpty()) return;
    line("disturbances:");
    scenario.disturbances().forEach(this::write);
  }

  private void write(Disturbance disturbance) {
    line("  - at: " + Words.of(disturbance.at()));
    line("    after: " + duration(disturbance.after()));
    line("    do: " + Words.of(disturbance.act()));
    if (disturbance.act().countsScrapes()) line("    count: " + disturbance.count());
    if (!disturbance.delay().isZero()) line("    by: " + duration(disturbance.delay()));
  }

  /** Nominal; the actual rate is as many times as high as the durations are shorter. */
  private String rate(Pace.Open open) {
    String nominal = plain(nominalRate(open.perSecond()));
    return scenario.speed() == 1
        ? nominal
        : nominal + " # actual " + plain(BigDecimal.valueOf(open.perSecond()));
  }

  /** The shortest number that scales to the actual rate. */
  private BigDecimal nominalRate(double actual) {
    BigDecimal exact = BigDecimal.valueOf(actual / scenario.speed());
    return IntStream.rangeClosed(0, exact.scale())
        .mapToObj(decimals -> exact.setScale(decimals, RoundingMode.HALF_EVEN))
        .filter(rounded -> rounded.doubleValue() * scenario.speed() == actual)
        .findFirst()
        .orElse(exact);
  }

  private String text(Expectation expectation) {
    return switch (expectation) {
      case Expectation.DrainAsForecast drain -> "drain: {forecast: " + asForecast(drain) + "}";
      case Expectation.AnsweredAsForecast answered ->
          "answered: {forecast: "
              + Words.of(answered.stage())
              + ", plus-minus: "
              + answered.plusMinus()
              + "}";
      case Expectation.ReturnsAsDerived returns -> "returns: " + ExpectationReader.AS_DERIVED;
      case Expectation.EachRequestRaisesCounter _ ->
          "each-request: " + ExpectationReader.RAISES_COUNTER;
      case Expectation.Plateau plateau ->
          "plateau: {cores: "
              + BigDecimal.valueOf(plateau.cores()).stripTrailingZeros().toPlainString()
              + ", relative: "
              + percent(plateau.relative())
              + "}";
      case Expectation.PlateauAtLimit _ -> "plateau: " + ExpectationReader.AT_LIMIT;
      case Expectation.ShapeAsDerived shape ->
          "shape: {windows: "
              + list(shape.windows())
              + ", scrapes: "
              + list(shape.scrapes())
              + ", phases: "
              + shape.phases()
              + "}";
      case Expectation.CounterError error ->
          "counter-error: {counter: "
              + Words.of(error.counter())
              + ", at-most: "
              + percent(error.atMost())
              + (error.unlessBelowResolution()
                  ? ", unless: " + ExpectationReader.BELOW_RESOLUTION
                  : "")
              + "}";
      case Expectation.ChildrenMissedAsDerived _ ->
          "children-missed: " + ExpectationReader.AS_DERIVED;
      case Expectation.EndsInGap _ -> "ends: " + ExpectationReader.GAP;
      case Expectation.Inconclusive inconclusive ->
          "inconclusive: {because: " + Words.of(inconclusive.because()) + "}";
      case Expectation.CauseIs is -> "cause: " + Words.of(is.cause());
      case Expectation.DrainAtMost most ->
          "drain: {at-most-service-times: " + most.serviceTimes() + "}";
      case Expectation.WorkedOffForNobody share ->
          "worked-off-for-nobody: {at-least: "
              + percent(share.atLeast())
              + ", at-most: "
              + percent(share.atMost())
              + "}";
    };
  }

  private String list(List<Duration> actual) {
    return actual.stream()
        .map(one -> Durations.print(scenario.nominal(one)))
        .collect(Collectors.joining(", ", "[", "]"));
  }

  private static String asForecast(Expectation.DrainAsForecast drain) {
    String stage = Words.of(drain.stage());
    if (drain.stage() != ForecastStage.BEFORE_LOAD) return stage;
    return stage
        + ", relative: "
        + percent(drain.relative())
        + ", service-times: "
        + drain.serviceTimes();
  }

  private String duration(Duration actual) {
    String nominal = Durations.print(scenario.nominal(actual));
    if (scenario.speed() == 1 || actual.isZero()) return nominal;
    return nominal + " # actual " + Durations.print(actual);
  }

  private static String percent(double share) {
    return plain(BigDecimal.valueOf(share).movePointRight(2)) + "%";
  }

  private static String plain(BigDecimal value) {
    return value.stripTrailingZeros().toPlainString();
  }

  /** A YAML scalar in double quotes, whose escapes are those of JSON. */
  static String quoted(String text) {
    return text.chars()
        .mapToObj(ScenarioWriter::escaped)
        .collect(Collectors.joining("", "\"", "\""));
  }

  private static String escaped(int character) {
    return switch (character) {
      case '"' -> "\\\"";
      case '\\' -> "\\\\";
      case '\n' -> "\\n";
      default ->
          character < 0x20 || character == 0x7f
              ? String.format("\\x%02x", character)
              : Character.toString((char) character);
    };
  }

  private void line(String text) {
    out.append(text).append('\n');
  }
}
