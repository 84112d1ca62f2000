package ratelab.experiments.cli;

import java.time.Duration;
import java.util.ArrayList;
import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import ratelab.experiments.rate.Curve;
import ratelab.experiments.rate.RangeFunction;
import ratelab.experiments.rate.RangeQuery;
import ratelab.experiments.rate.RateModel;
import ratelab.experiments.rate.Steps;
import ratelab.experiments.recording.CpuCounter;
import ratelab.experiments.recording.Marks;
import ratelab.experiments.recording.Recording;
import ratelab.experiments.report.terminal.Columns;
import ratelab.experiments.scenario.Durations;

/**
 * What {@code resets} or {@code changes} count in each window of the target's counters, as text:
 * there is no shape of a load in them. The counts are of all the metric's series together.
 */
final class CountTable {
  private static final Columns COLUMNS = new Columns(16, 12, 12, 60);
  private static final Duration STEP = Duration.ofSeconds(1);

  private final Recording recording;
  private final RangeFunction function;

  CountTable(Recording recording, RangeFunction function) {
    this.recording = recording;
    this.function = function;
  }

  List<String> lines() {
    Set<String> metrics =
        recording.series().stream().map(series -> series.id().metric()).collect(Collectors.toSet());
    List<String> lines = new ArrayList<>(COLUMNS.row("before the load", "under it", "after", "of"));
    for (CpuCounter counter : CpuCounter.values()) {
      if (metrics.contains(counter.metric())) {
        recording.scenario().windows().forEach(w -> lines.addAll(row(counter.metric(), w)));
      }
    }
    lines.add("");
    return lines;
  }

  private List<String> row(String metric, Duration window) {
    Marks marks = recording.marks();
    Curve curve =
        new RateModel(recording.info().dialect())
            .curve(
                new RangeQuery(metric, recording.info().targetGroup(), function, window),
                recording.series(),
                new Steps(
                    marks.idleStartMillis(), marks.endMillis(), recording.scenario().actual(STEP)));
    String nominal = Durations.print(recording.scenario().nominal(window));
    return COLUMNS.row(
        range(curve.between(marks.idleStartMillis(), marks.loadStartMillis() - 1)),
        range(curve.between(marks.loadStartMillis(), marks.loadEndMillis())),
        range(curve.between(marks.loadEndMillis() + 1, marks.endMillis())),
        "%s(%s[%s])".formatted(function.promQl(), metric, nominal));
  }

  private static String range(Curve curve) {
    DoubleSummaryStatistics values =
        curve.points().stream()
            .flatMapToDouble(point -> point.value().stream())
            .summaryStatistics();
    if (values.getCount() == 0) {
      return "no value";
    }
    return values.getMin() == values.getMax()
        ? String.format(Locale.ROOT, "%.0f", values.getMin())
        : String.format(Locale.ROOT, "%.0f to %.0f", values.getMin(), values.getMax());
  }
}
