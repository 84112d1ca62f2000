package ratelab.experiments.scenario;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Reads one item of the list {@code expect}: a mapping with one key, the kind of expectation. */
final class ExpectationReader {
  static final List<String> KINDS =
      List.of(
          "drain",
          "answered",
          "returns",
          "plateau",
          "ends",
          "each-request",
          "shape",
          "counter-error",
          "children-missed",
          "cause",
          "worked-off-for-nobody",
          "inconclusive");
  static final List<String> DRAIN_KEYS =
      List.of("forecast", "relative", "service-times", "at-most-service-times");
  static final List<String> ANSWERED_KEYS = List.of("forecast", "plus-minus");
  static final List<String> PLATEAU_KEYS = List.of("cores", "relative");
  static final List<String> SHARE_KEYS = List.of("at-least", "at-most");

  /** Forecasts that come before what they forecast; the third is a check of consistency. */
  static final List<String> STAGES =
      List.of(Words.of(ForecastStage.BEFORE_LOAD), Words.of(ForecastStage.LOAD_END));

  static final List<String> SHAPE_KEYS = List.of("windows", "scrapes", "phases");
  static final List<String> COUNTER_KEYS = List.of("counter", "at-most", "unless");
  static final List<String> INCONCLUSIVE_KEYS = List.of("because");

  static final String AS_DERIVED = "as-derived";
  static final String BELOW_RESOLUTION = "below-resolution";
  static final String AT_LIMIT = "at-limit";
  static final String GAP = "gap";
  static final String RAISES_COUNTER = "raises-counter";

  private ExpectationReader() {}

  static Expectation read(Place item) {
    Fields kind = Fields.of(item, KINDS);
    List<String> given = KINDS.stream().filter(key -> kind.optional(key).isPresent()).toList();
    if (given.size() != 1) throw item.expected("one of " + Words.either(KINDS));
    Place value = kind.at(given.getFirst());
    return switch (given.getFirst()) {
      case "drain" -> drain(Fields.of(value, DRAIN_KEYS));
      case "answered" -> answered(Fields.of(value, ANSWERED_KEYS));
      case "returns" -> only(AS_DERIVED, value, new Expectation.ReturnsAsDerived());
      case "plateau" -> value.isText() ? atLimit(value) : plateau(Fields.of(value, PLATEAU_KEYS));
      case "ends" -> only(GAP, value, new Expectation.EndsInGap());
      case "each-request" ->
          only(RAISES_COUNTER, value, new Expectation.EachRequestRaisesCounter());
      case "shape" -> shape(Fields.of(value, SHAPE_KEYS));
      case "counter-error" -> counterError(Fields.of(value, COUNTER_KEYS));
      case "children-missed" -> only(AS_DERIVED, value, new Expectation.ChildrenMissedAsDerived());
      case "inconclusive" ->
          new Expectation.Inconclusive(
              Values.word(Fields.of(value, INCONCLUSIVE_KEYS).at("because"), Doubt.class));
      case "cause" -> new Expectation.CauseIs(Values.word(value, Cause.class));
      default -> workedOff(value, Fields.of(value, SHARE_KEYS));
    };
  }

  private static Expectation drain(Fields fields) {
    Optional<Place> atMost = fields.optional("at-most-service-times");
    if (atMost.isEmpty()) return asForecast(fields);
    refuse(fields, "forecast", "at-most-service-times already says how long the drain may be");
    refuse(fields, "relative", "it belongs to forecast: before-load");
    refuse(fields, "service-times", "it belongs to forecast: before-load");
    return new Expectation.DrainAtMost(Values.count(atMost.get()));
  }

  private static Expectation asForecast(Fields fields) {
    if (stage(fields.at("forecast")) == ForecastStage.BEFORE_LOAD) {
      return new Expectation.DrainAsForecast(
          ForecastStage.BEFORE_LOAD,
          Values.share(fields.at("relative")),
          Values.count(fields.at("service-times")));
    }
    String derived = "the tolerance at load end is derived: one scrape + the calibration's error";
    refuse(fields, "relative", derived);
    refuse(fields, "service-times", derived);
    return new Expectation.DrainAsForecast(ForecastStage.LOAD_END, 0, 0);
  }

  private static Expectation answered(Fields fields) {
    return new Expectation.AnsweredAsForecast(
        stage(fields.at("forecast")), Values.wholeNumber(fields.at("plus-minus"), 0));
  }

  private static Expectation atLimit(Place value) {
    return only(AT_LIMIT, value, new Expectation.PlateauAtLimit());
  }

  private static Expectation plateau(Fields fields) {
    return new Expectation.Plateau(
        Values.factor(fields.at("cores")), Values.share(fields.at("relative")));
  }

  private static ForecastStage stage(Place place) {
    String text = place.text(Words.either(STAGES));
    if (!STAGES.contains(text)) {
      throw place.expected(Words.either(STAGES), Nearest.hint(text, STAGES));
    }
    return Values.word(place, ForecastStage.class);
  }

  private static Expectation counterError(Fields fields) {
    return new Expectation.CounterError(
        Values.word(fields.at("counter"), Counter.class),
        Values.share(fields.at("at-most")),
        fields
            .optional("unless")
            .map(unless -> only(BELOW_RESOLUTION, unless, true))
            .orElse(false));
  }

  private static Expectation shape(Fields fields) {
    return new Expectation.ShapeAsDerived(
        durations(fields.at("windows")),
        durations(fields.at("scrapes")),
        Values.count(fields.at("phases")));
  }

  private static List<Duration> durations(Place place) {
    return place.items("a list of durations, such as [30s, 1m]").stream()
        .map(Values::duration)
        .toList();
  }

  private static <T> T only(String word, Place place, T meant) {
    if (!place.text(word).equals(word)) throw place.expected(word);
    return meant;
  }

  private static Expectation workedOff(Place place, Fields fields) {
    Optional<Place> least = fields.optional("at-least");
    Optional<Place> most = fields.optional("at-most");
    if (least.isEmpty() && most.isEmpty()) throw place.expected("at-least, at-most or both");
    double atLeast = least.map(Values::share).orElse(0.0);
    double atMost = most.map(Values::share).orElse(1.0);
    if (atLeast > atMost) throw place.refused("at-least is more than at-most; swap them");
    return new Expectation.WorkedOffForNobody(atLeast, atMost);
  }

  private static void refuse(Fields fields, String key, String reason) {
    Optional<Place> place = fields.optional(key);
    if (place.isPresent()) throw place.get().refused(reason + "; remove the key");
  }
}
