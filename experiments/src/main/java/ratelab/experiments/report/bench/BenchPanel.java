package ratelab.experiments.report.bench;

import java.util.List;
import ratelab.experiments.recording.Recording;
import ratelab.experiments.report.markup.Element;

/** The bench's places in the page: the controls, and an empty frame for each drawing. */
public final class BenchPanel {
  private static final List<String> COLUMNS =
      List.of(
          "Query",
          "Visible",
          "Seen",
          "Back from",
          "Back until",
          "Observed",
          "Drain",
          "Scrape phase",
          "Window");

  private BenchPanel() {}

  /** The controls with all that they change, but for the counters side by side. */
  public static Element controlsAndCurve(Recording recording) {
    return Element.of("div", "bench")
        .with("id", "bench")
        .add(BenchControls.of(BenchData.counterNames(recording)))
        .add(numbers())
        .add(curve())
        .add(saving())
        .add(Element.of("ul", "warnings").with("id", "bench-warnings").with("aria-live", "polite"))
        .add(
            frame(
                "bench-bars",
                "Seconds from the load's end to the return",
                "Drain: the server's work after the load. Scrape phase: the wait for the next"
                    + " scrape. The rest is what the rate window adds."))
        .add(table())
        .add(
            frame(
                "bench-close-up",
                "The return, close up",
                "Dotted lines are scrapes. The curve can only change where a scrape enters or"
                    + " leaves the window."));
  }

  /** The same view over each counter. */
  public static Element counters(Recording recording) {
    Element pair = Element.of("div", "pair bench");
    for (String counter : BenchData.counterNames(recording)) {
      pair.add(
          frame(
              "bench-" + counter,
              counter.equals("ticks") ? "Tick counter" : "Nanosecond counter",
              counter.equals("ticks")
                  ? "CPU in ticks, as process-exporter reads it: less than a tick in a window shows"
                      + " as 0, and a tick shows as more than there was."
                  : "The process's own CPU clock, on the same scale as the ticks."));
    }
    return pair;
  }

  private static Element numbers() {
    return Element.of("div", "tiles numbers")
        .add(number("bench-visible", "visible", "bench-seen"))
        .add(number("bench-back", "after the load's end: back", ""))
        .add(number("bench-expected", "after the load's end: back as derived", ""));
  }

  private static Element number(String id, String label, String more) {
    Element text = Element.of("span").text(label);
    if (!more.isEmpty()) {
      text.text(", ").add(Element.of("span").with("id", more));
    }
    return Element.of("div", "tile").add(Element.of("b").with("id", id)).add(text);
  }

  private static Element curve() {
    return Element.of("figure")
        .add(Element.of("h3").with("id", "bench-title"))
        .add(
            Element.of("div", "canvas")
                .with("id", "bench-curve")
                .with("tabindex", "0")
                .with("role", "group")
                .with(
                    "aria-label",
                    "The curve; the left and right arrow keys move the cross-hair by a scrape"))
        .add(Element.of("figcaption").with("id", "bench-speed"));
  }

  private static Element frame(String id, String title, String caption) {
    return Element.of("figure")
        .add(Element.of("h3").text(title))
        .add(Element.of("div", "canvas").with("id", id))
        .add(Element.of("figcaption").text(caption));
  }

  private static Element saving() {
    return Element.of("p", "buttons")
        .add(BenchControls.button("bench-save-svg", "Save chart as SVG"))
        .add(BenchControls.button("bench-save-curves", "Save curves as CSV"))
        .add(BenchControls.button("bench-save-table", "Save table as CSV"));
  }

  private static Element table() {
    Element head = Element.of("tr");
    COLUMNS.forEach(c -> head.add(Element.of("th").with("scope", "col").text(c)));
    return Element.of("div", "scroll")
        .add(
            Element.of("table")
                .with("id", "bench-table")
                .add(Element.of("thead").add(head))
                .add(Element.of("tbody")));
  }
}
