package ratelab.experiments.report.bench;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import ratelab.experiments.report.markup.Element;

/** The controls. Their durations are nominal, as all labels of the report are. */
final class BenchControls {
  private static final List<Map.Entry<String, String>> FUNCTIONS =
      List.of(
          Map.entry("rate", "rate"),
          Map.entry("increase", "increase"),
          Map.entry("irate", "irate"),
          Map.entry("delta", "delta"),
          Map.entry("idelta", "idelta"),
          Map.entry("deriv", "deriv"),
          Map.entry("rate-anchored", "rate, anchored"),
          Map.entry("increase-anchored", "increase, anchored"),
          Map.entry("delta-anchored", "delta, anchored"),
          Map.entry("rate-smoothed", "rate, smoothed"),
          Map.entry("increase-smoothed", "increase, smoothed"),
          Map.entry("delta-smoothed", "delta, smoothed"),
          Map.entry("naive", "naive (B − A) / W"));

  private static final List<Map.Entry<String, String>> DIALECTS =
      List.of(
          Map.entry("V2_42", "up to 2.50"),
          Map.entry("V2_51", "2.51 to 2.53"),
          Map.entry("V2_54", "2.54 and 2.55"),
          Map.entry("V3", "3"));

  private static final List<Map.Entry<String, String>> STEPS =
      Stream.concat(
              Stream.of(Map.entry("auto", "S / 15")),
              Stream.of("1s", "5s", "15s", "30s", "1m", "2m", "5m").map(s -> Map.entry(s, s)))
          .toList();

  private BenchControls() {}

  static Element of(List<String> counters) {
    return Element.of("form", "controls")
        .with("aria-label", "Laboratory bench")
        .add(
            duration("window", "Rate window W", "100")
                .add(button("bench-pin", "Pin"))
                .add(
                    Element.of("span", "pins")
                        .with("id", "bench-pins")
                        .with("role", "group")
                        .with("aria-label", "Pinned windows")))
        .add(duration("scrape", "Scrape interval S", "60").add(recorded()))
        .add(duration("phase", "Scrape phase φ", "150"))
        .add(
            Element.of("div", "selects")
                .add(select("function", "Function", FUNCTIONS))
                .add(select("dialect", "Prometheus", DIALECTS))
                .add(
                    select(
                        "counter", "Counter", counters.stream().map(c -> Map.entry(c, c)).toList()))
                .add(select("step", "Step", STEPS))
                .add(button("bench-reset", "Reset")));
  }

  static Element button(String id, String text) {
    return Element.of("button").with("type", "button").with("id", id).text(text);
  }

  private static Element duration(String name, String label, String most) {
    String id = "bench-" + name;
    return Element.of("div", "control")
        .add(Element.of("label").with("for", id).text(label))
        .add(
            Element.of("input")
                .with("type", "range")
                .with("id", id)
                .with("min", name.equals("scrape") ? "1" : "0")
                .with("max", most))
        .add(
            Element.of("input")
                .with("type", "text")
                .with("id", id + "-exact")
                .with("size", "7")
                .with("autocomplete", "off")
                .with("aria-label", label + ", exactly"));
  }

  private static Element recorded() {
    return Element.of("label", "check")
        .add(Element.of("input").with("type", "checkbox").with("id", "bench-recorded"))
        .add(Element.of("span").text("as recorded"));
  }

  private static Element select(
      String name, String label, List<Map.Entry<String, String>> options) {
    Element select = Element.of("select").with("id", "bench-" + name);
    options.forEach(
        o -> select.add(Element.of("option").with("value", o.getKey()).text(o.getValue())));
    return Element.of("label", "select").add(Element.of("span").text(label)).add(select);
  }
}
