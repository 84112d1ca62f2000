package ratelab.experiments.report.chart;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import ratelab.experiments.report.markup.Element;

/** Grid and tick labels; below the seconds stands the time of day, as other graphs show it. */
final class Axes {
  private static final DateTimeFormatter CLOCK =
      DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT).withZone(ZoneOffset.UTC);
  private static final int VALUE_TICKS = 5;

  private final Plot plot;
  private final Size size;
  private final long zeroMillis;

  Axes(Plot plot, Size size, long zeroMillis) {
    this.plot = plot;
    this.size = size;
    this.zeroMillis = zeroMillis;
  }

  List<Element> draw() {
    List<Element> drawn = new ArrayList<>();
    drawn.addAll(values());
    drawn.addAll(times());
    drawn.add(
        Element.of("path", "axis")
            .with("d", Path.straight(plot.left(), plot.bottom(), plot.right())));
    drawn.add(
        Lettering.upTo(
            plot.right(),
            plot.bottom() + 45,
            "tick",
            "seconds since the load began, and time of day (UTC)"));
    return drawn;
  }

  private List<Element> values() {
    Ticks ticks = Ticks.decimal(plot.y().low(), plot.y().high(), VALUE_TICKS);
    List<Element> drawn = new ArrayList<>();
    for (double value : ticks.values()) {
      double y = plot.y().at(value);
      drawn.add(Element.of("path", "grid").with("d", Path.straight(plot.left(), y, plot.right())));
      drawn.add(Lettering.upTo(plot.left() - 6, y + 4, "tick", ticks.label(value)));
    }
    return drawn;
  }

  private List<Element> times() {
    Ticks ticks = Ticks.seconds(plot.x().low(), plot.x().high(), size.timeTicks());
    List<Element> drawn = new ArrayList<>();
    for (double second : ticks.values()) {
      double x = plot.x().at(second);
      drawn.add(Element.of("path", "grid").with("d", Path.upright(x, plot.top(), plot.bottom())));
      drawn.add(Lettering.around(x, plot.bottom() + 15, "tick", ticks.label(second)));
      drawn.add(clock(x, second));
    }
    return drawn;
  }

  /** Ends with the drawing where it would not fit around its tick. */
  private Element clock(double x, double second) {
    String time = clock(second);
    double y = plot.bottom() + 29;
    return x + Lettering.width(time) / 2 > size.width()
        ? Lettering.upTo(size.width(), y, "clock", time)
        : Lettering.around(x, y, "clock", time);
  }

  private String clock(double second) {
    return CLOCK.format(Instant.ofEpochMilli(zeroMillis + Math.round(second * 1000)));
  }
}
