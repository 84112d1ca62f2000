package ratelab.experiments.report.chart;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import ratelab.experiments.report.markup.Element;

/** Vertical lines whose labels share rows above the plot without touching each other. */
final class MarkRows {
  private static final double DISTANCE = 4;

  private final List<Placed> placed = new ArrayList<>();
  private final Scale scale;

  private MarkRows(Scale scale) {
    this.scale = scale;
  }

  /** A label from one coordinate to another in a row, the top one being row 0. */
  private record Placed(Mark mark, double x, double from, double to, int row) {
    boolean isLabelled() {
      return !mark.label().isEmpty();
    }

    boolean endsAtMark() {
      return to < x;
    }
  }

  static MarkRows place(List<Mark> marks, Scale scale) {
    MarkRows rows = new MarkRows(scale);
    marks.stream().sorted(Comparator.comparingDouble(Mark::x)).forEach(rows::place);
    return rows;
  }

  double height() {
    int rows =
        placed.stream().filter(Placed::isLabelled).mapToInt(p -> p.row() + 1).max().orElse(0);
    return rows * Lettering.ROW;
  }

  List<Element> draw(Plot plot, double top) {
    List<Element> drawn = new ArrayList<>();
    placed.forEach(p -> drawn.add(draw(p, plot, top + p.row() * Lettering.ROW)));
    return drawn;
  }

  /** To the right of its line, or to the left where the drawing ends. */
  private void place(Mark mark) {
    double x = scale.at(mark.x());
    if (mark.label().isEmpty()) {
      placed.add(new Placed(mark, x, x, x, 0));
      return;
    }
    double width = Lettering.width(mark.label());
    boolean fits = x + DISTANCE + width <= scale.atHigh() + DISTANCE;
    double from = fits ? x + DISTANCE : x - DISTANCE - width;
    int row = 0;
    while (collides(row, x, from, from + width)) {
      row++;
    }
    placed.add(new Placed(mark, x, from, from + width, row));
  }

  /** Whether the label touches another one in the row, or the line runs through one below it. */
  private boolean collides(int row, double x, double from, double to) {
    return placed.stream()
        .filter(Placed::isLabelled)
        .anyMatch(
            p ->
                (p.row() == row && from < p.to() + DISTANCE && to > p.from() - DISTANCE)
                    || (p.row() > row && x > p.from() && x < p.to()));
  }

  private static Element draw(Placed p, Plot plot, double rowTop) {
    double lineTop = p.isLabelled() ? rowTop + 3 : plot.top();
    Element mark =
        Element.of("g", "mark " + p.mark().ink().cssClass())
            .add(Element.of("title").text(p.mark().detail()))
            .add(
                Element.of("path", p.mark().dash().cssClass())
                    .with("d", Path.upright(p.x(), lineTop, plot.bottom())));
    return p.isLabelled() ? mark.add(label(p, rowTop + 12)) : mark;
  }

  private static Element label(Placed p, double baseline) {
    return p.endsAtMark()
        ? Lettering.upTo(p.to(), baseline, "label", p.mark().label())
        : Lettering.from(p.from(), baseline, "label", p.mark().label());
  }
}
