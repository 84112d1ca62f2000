package ratelab.experiments.analysis;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import ratelab.experiments.analysis.shape.Aspect;
import ratelab.experiments.analysis.shape.ShapeComparison.Line;
import ratelab.experiments.analysis.shape.ShapeComparison.Outcome;
import ratelab.experiments.analysis.shape.View;

/** What came of one aspect in all the ways of looking at a run, and the verdict on it. */
final class ShapeTally {
  /** A verdict on fewer of its views would be one on something else than was expected. */
  private static final int LEAST_PART = 10;

  private final Aspect aspect;
  private final List<Seen> seen = new ArrayList<>();

  ShapeTally(Aspect aspect) {
    this.aspect = aspect;
  }

  /** One way of looking, in words, and what came of the aspect there. */
  private record Seen(String words, View view, Line line) {
    boolean is(Outcome outcome) {
      return line.outcome() == outcome;
    }
  }

  void add(String words, View view, Line line) {
    seen.add(new Seen(words, view, line));
  }

  /**
   * The verdict. A single miss is a failure; a pass takes a tenth of all views.
   *
   * @param remark what was not even looked at; empty if nothing was left out
   */
  Verdict verdict(String remark) {
    String name = aspect.word() + " of the curves";
    String forecast = String.format(Locale.ROOT, "as derived in %d views", seen.size());
    String observed =
        String.format(
            Locale.ROOT,
            "%d as derived, %d not, %d not seen",
            count(Outcome.HOLDS),
            count(Outcome.MISSES),
            count(Outcome.UNKNOWN));
    boolean misses = count(Outcome.MISSES) > 0;
    if (!misses && LEAST_PART * count(Outcome.HOLDS) < seen.size()) {
      String few =
          String.format(
              Locale.ROOT, "Under one in %d views shows it, too few to judge.", LEAST_PART);
      return Verdicts.inconclusive(name, forecast, observed, sentences(few, notSeen(), remark));
    }
    return new Verdict(
        name,
        forecast,
        observed,
        "from window, scrape interval, evaluation step, jitter, spread and resolution",
        misses ? Status.FAIL : Status.PASS,
        sentences(miss(), notSeen(), remark));
  }

  private long count(Outcome outcome) {
    return seen.stream().filter(s -> s.is(outcome)).count();
  }

  private static String sentences(String... given) {
    return Stream.of(given).filter(one -> !one.isEmpty()).collect(Collectors.joining(" "));
  }

  /** The causes, most frequent first. */
  private String notSeen() {
    Map<String, Long> causes =
        seen.stream()
            .filter(s -> s.is(Outcome.UNKNOWN))
            .collect(Collectors.groupingBy(s -> s.line().cause(), Collectors.counting()));
    return causes.isEmpty()
        ? ""
        : causes.entrySet().stream()
            .sorted(
                Map.Entry.<String, Long>comparingByValue()
                    .reversed()
                    .thenComparing(Map.Entry.comparingByKey(Comparator.naturalOrder())))
            .map(cause -> cause.getValue() + " x " + cause.getKey())
            .collect(Collectors.joining("; ", "Not seen: ", "."));
  }

  private String miss() {
    return seen.stream()
        .filter(s -> s.is(Outcome.MISSES))
        .findFirst()
        .map(ShapeTally::miss)
        .orElse("");
  }

  private static String miss(Seen seen) {
    Line line = seen.line();
    Aspect aspect = line.aspect();
    View view = seen.view();
    return String.format(
        Locale.ROOT,
        "For one, %s: %.4f instead of %.4f to %.4f %s (± %.4f).",
        seen.words(),
        view.shown(aspect, line.observed().orElse(Double.NaN)),
        view.shown(aspect, line.forecast().low()),
        view.shown(aspect, line.forecast().high()),
        view.unit(aspect),
        view.shown(aspect, line.tolerance()));
  }
}
