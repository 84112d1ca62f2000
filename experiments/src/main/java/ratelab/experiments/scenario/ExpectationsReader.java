package ratelab.experiments.scenario;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads the list {@code expect}, and refuses expectations that cannot hold together. */
final class ExpectationsReader {
  private final Map<Expectation, Place> read = new LinkedHashMap<>();
  private final Target target;
  private final Load load;

  private ExpectationsReader(Target target, Load load) {
    this.target = target;
    this.load = load;
  }

  static List<Expectation> read(Place list, Target target, Load load) {
    ExpectationsReader reader = new ExpectationsReader(target, load);
    list.items("a list of expectations, such as - cause: backlog").forEach(reader::add);
    return List.copyOf(reader.read.keySet());
  }

  private void add(Place item) {
    Expectation expectation = ExpectationReader.read(item);
    conflict(expectation)
        .or(() -> unknown(expectation))
        .ifPresent(
            reason -> {
              throw item.refused(reason);
            });
    if (read.put(expectation, item) != null) {
      throw item.refused("the expectation is given twice; remove one");
    }
  }

  private Optional<String> conflict(Expectation added) {
    return switch (added) {
      case Expectation.CauseIs cause when needsImpatience(cause) && !load.hasTimeout() ->
          Optional.of(
              "clients that never give up leave no backlog; expect window-only, or give the load a"
                  + " timeout");
      case Expectation.WorkedOffForNobody share when share.atLeast() > 0 && !load.hasTimeout() ->
          Optional.of(
              "clients that never give up are worked for to the last; expect at-most, or give the"
                  + " load a timeout");
      case Expectation.CauseIs cause ->
          earlier(Expectation.CauseIs.class)
              .filter(other -> other.cause() != cause.cause())
              .map(
                  other ->
                      "the cause is expected to be "
                          + Words.of(other.cause())
                          + " already; a run has one cause");
      case Expectation.PlateauAtLimit _ when target.cpus().isEmpty() ->
          Optional.of("the target has no limit; give it one, such as cpus: 0.5, below target:");
      case Expectation.EndsInGap _ ->
          earlier(Expectation.ReturnsAsDerived.class).map(_ -> GAP_OR_RETURN);
      case Expectation.ReturnsAsDerived _ ->
          earlier(Expectation.EndsInGap.class).map(_ -> GAP_OR_RETURN);
      default -> Optional.empty();
    };
  }

  /** Before the load a queue model forecasts, which has to know what works on what. */
  private Optional<String> unknown(Expectation added) {
    boolean beforeLoad =
        switch (added) {
          case Expectation.DrainAsForecast drain -> drain.stage() == ForecastStage.BEFORE_LOAD;
          case Expectation.AnsweredAsForecast answered ->
              answered.stage() == ForecastStage.BEFORE_LOAD;
          default -> false;
        };
    return beforeLoad ? NotForecast.beforeLoad(target, load) : Optional.empty();
  }

  private static final String GAP_OR_RETURN =
      "a curve that ends in a gap never returns; expect one of the two";

  private static boolean needsImpatience(Expectation.CauseIs expected) {
    return expected.cause() == Cause.BACKLOG;
  }

  private <E extends Expectation> Optional<E> earlier(Class<E> kind) {
    return read.keySet().stream().filter(kind::isInstance).map(kind::cast).findFirst();
  }
}
