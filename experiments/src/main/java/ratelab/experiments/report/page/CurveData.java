package ratelab.experiments.report.page;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import ratelab.experiments.report.chart.Chart;
import ratelab.experiments.report.chart.Line;
import ratelab.experiments.report.figure.Figure;
import tools.jackson.databind.json.JsonMapper;

/** The points of all charts for the page's script; a gap is {@code null}. */
final class CurveData {
  private static final JsonMapper MAPPER = JsonMapper.shared();
  private static final MathContext VALUE = new MathContext(5);

  private CurveData() {}

  private record ChartData(String unit, List<LineData> lines) {}

  private record LineData(String name, List<Double> x, List<@Nullable Double> y) {}

  /** A JSON object by figure name, safe inside a {@code script} element. */
  static String json(List<Figure> figures) {
    Map<String, ChartData> charts = new LinkedHashMap<>();
    for (Figure figure : figures) {
      if (figure.picture() instanceof Chart chart) {
        charts.put(
            figure.name(),
            new ChartData(chart.unit(), chart.lines().stream().map(CurveData::line).toList()));
      }
    }
    return MAPPER.writeValueAsString(charts).replace("<", "\\u003c");
  }

  private static LineData line(Line line) {
    List<Double> x = new ArrayList<>();
    List<@Nullable Double> y = new ArrayList<>();
    for (Line.Point point : line.points()) {
      x.add(Math.round(point.x() * 1000) / 1000.0);
      y.add(
          point.y().isPresent()
              ? new BigDecimal(point.y().getAsDouble()).round(VALUE).doubleValue()
              : null);
    }
    return new LineData(line.name(), x, y);
  }
}
