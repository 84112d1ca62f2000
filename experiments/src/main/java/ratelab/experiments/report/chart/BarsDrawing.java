package ratelab.experiments.report.chart;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.DoubleStream;
import ratelab.experiments.report.markup.Element;

/** Draws stacked bars over a common scale of seconds. */
final class BarsDrawing {
  private static final double FIRST_HEIGHT = 34;
  private static final double HEIGHT = 14;
  private static final double SPACE = 8;

  private final Bars bars;
  private final Size size;
  private final Scale x;
  private double top;

  BarsDrawing(Bars bars, Size size) {
    this.bars = bars;
    this.size = size;
    Range range =
        Range.fromZero(
            bars.bars().stream()
                .flatMap(b -> b.segments().stream())
                .flatMapToDouble(s -> DoubleStream.of(s.from(), s.to())));
    x = new Scale(range.low(), range.high(), 4, size.width() - 4);
  }

  Element draw(String title) {
    Element content = Element.of("g");
    legend(content);
    double height = FIRST_HEIGHT;
    for (Bars.Bar bar : bars.bars()) {
      text(content, bar);
      for (Bars.Segment segment : bar.segments()) {
        segment(content, segment, height);
      }
      top += height + SPACE;
      height = HEIGHT;
    }
    axis(content);
    return Drawing.frame(title, size, top + 22).add(content);
  }

  private void legend(Element content) {
    Map<String, Ink> names = new LinkedHashMap<>();
    bars.bars().forEach(b -> b.segments().forEach(s -> names.put(s.name(), s.ink())));
    double left = x.atLow();
    for (Map.Entry<String, Ink> entry : names.entrySet()) {
      double width = Lettering.width(entry.getKey()) + 34;
      if (left > x.atLow() && left + width > size.width()) {
        left = x.atLow();
        top += Lettering.ROW;
      }
      content.add(rect("segment " + entry.getValue().cssClass(), left, top + 2, 12, 12));
      content.add(Lettering.from(left + 18, top + 12, "label", entry.getKey()));
      left += width;
    }
    top += Lettering.ROW + SPACE;
  }

  private void text(Element content, Bars.Bar bar) {
    content.add(Lettering.from(x.atLow(), top + 12, "unit", bar.label()));
    boolean oneRow =
        Lettering.width(bar.label()) + Lettering.width(bar.parts()) + 40 < size.width();
    if (oneRow) {
      content.add(Lettering.upTo(x.atHigh(), top + 12, "label", bar.parts()));
    } else {
      top += Lettering.ROW;
      content.add(Lettering.from(x.atLow(), top + 12, "label", bar.parts()));
    }
    top += Lettering.ROW + 2;
  }

  private void segment(Element content, Bars.Segment segment, double height) {
    double from = x.at(segment.from());
    double width = x.at(segment.to()) - from;
    if (width <= 0) {
      return;
    }
    content.add(
        rect("segment " + segment.ink().cssClass(), from, top, width, height)
            .add(Element.of("title").text(segment.name() + ": " + segment.label())));
    if (height == FIRST_HEIGHT && width > Lettering.width(segment.label()) + 12) {
      content.add(
          Lettering.around(from + width / 2, top + height / 2 + 5, "inside", segment.label()));
    }
  }

  private void axis(Element content) {
    Ticks ticks = Ticks.seconds(x.low(), x.high(), size.timeTicks());
    for (double second : ticks.values()) {
      String label = ticks.label(second) + (second == 0 ? " s" : "");
      double at = x.at(second);
      content.add(
          at - Lettering.width(label) / 2 < 0
              ? Lettering.from(at, top + 12, "tick", label)
              : Lettering.around(at, top + 12, "tick", label));
    }
  }

  private static Element rect(String cssClass, double x, double y, double width, double height) {
    return Element.of("rect", cssClass)
        .with("x", x)
        .with("y", y)
        .with("width", width)
        .with("height", height);
  }
}
