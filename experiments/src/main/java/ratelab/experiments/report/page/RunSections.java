package ratelab.experiments.report.page;

import java.time.Duration;
import java.util.List;
import java.util.TreeMap;
import ratelab.experiments.analysis.AcceptOrders;
import ratelab.experiments.recording.Recording;
import ratelab.experiments.recording.RunInfo;
import ratelab.experiments.report.markup.Decimal;
import ratelab.experiments.report.markup.Element;
import ratelab.experiments.report.wording.Wording;
import ratelab.experiments.scenario.Durations;
import ratelab.experiments.scenario.Load;
import ratelab.experiments.scenario.OwnService;
import ratelab.experiments.scenario.Scenario;
import ratelab.experiments.scenario.Target;

/** How the run was made: its speed, its versions, and how the page is read. */
final class RunSections {
  private RunSections() {}

  static List<Section> of(Recording recording) {
    return List.of(
        new Section("speed", "Speed", speed(recording.scenario())),
        new Section("versions", "Versions", versions(recording)),
        new Section("reading", "How to read this", reading()));
  }

  private static Element speed(Scenario scenario) {
    Table table = Table.of("Duration", "Nominal", "Actual");
    if (scenario.target().own().isEmpty()) {
      row(table, scenario, "handler's sleep", scenario.target().sleep());
    }
    if (scenario.load().command().isEmpty()) {
      loadRows(table, scenario);
    }
    row(table, scenario, "scrape interval", scenario.scrapeInterval());
    scenario.windows().forEach(w -> row(table, scenario, "rate window", w));
    row(table, scenario, "idle baseline", scenario.idle());
    return Element.of("div")
        .add(
            Section.paragraph(
                "Speed "
                    + Decimal.upTo(scenario.speed(), 2)
                    + ": every duration is divided by it, counts are not. Labels name nominal"
                    + " windows; all seconds on this page are actual ones."))
        .add(table.element())
        .add(
            Section.note(
                "What does not scale: the counter's tick, the start-up of processes, and the CPU"
                    + " time of one request."));
  }

  private static void loadRows(Table table, Scenario scenario) {
    row(table, scenario, "load", scenario.load().duration());
    if (scenario.load().hasTimeout()) {
      row(table, scenario, "client's timeout", scenario.load().timeout());
    } else {
      table.row("client's timeout", "none", "none");
    }
  }

  private static void row(Table table, Scenario scenario, String name, Duration actual) {
    table.row(name, Durations.print(scenario.nominal(actual)), Durations.print(actual));
  }

  private static Element versions(Recording recording) {
    RunInfo info = recording.info();
    Element list = Element.of("dl");
    entry(list, "run", info.id());
    entry(list, "target", target(recording));
    entry(list, "load", load(recording.scenario().load()));
    entry(list, "processors", Integer.toString(info.cpus()));
    entry(list, "clock ticks a second", Integer.toString(info.clockTicksPerSecond()));
    entry(list, "curves evaluated as", "Prometheus " + dialect(info));
    new TreeMap<>(info.versions()).forEach((name, version) -> entry(list, name, version));
    return list;
  }

  private static String load(Load load) {
    return load.command()
        .map(command -> (command.isHey() ? "hey " : "") + String.join(" ", command.words()))
        .orElseGet(() -> load.workers() + " workers");
  }

  private static String target(Recording recording) {
    Target target = recording.scenario().target();
    String accepts =
        AcceptOrders.areUndecided(recording)
            ? "all or one a turn"
            : Wording.constant(target.accept());
    return target.own().map(RunSections::own).orElseGet(() -> sampleApp(target, accepts));
  }

  private static String own(OwnService own) {
    String source =
        switch (own.source()) {
          case OwnService.Command command -> String.join(" ", command.words());
          case OwnService.Image image -> "image " + image.name();
          case OwnService.Pid pid -> "process " + pid.pid();
          case OwnService.Exporter exporter ->
              "group %s of the exporter %s".formatted(exporter.group(), exporter.url());
          case OwnService.Prometheus server ->
              "group %s in the Prometheus %s".formatted(server.group(), server.url());
        };
    String atOnce =
        own.atOnce().isPresent() ? ", at once " + own.atOnce().getAsInt() + " requests" : "";
    return "your service at " + own.url() + ": " + source + atOnce;
  }

  private static String sampleApp(Target target, String accepts) {
    return "%s, concurrency %s, work %s, accepts %s"
        .formatted(
            Wording.constant(target.platform()),
            Wording.constant(target.concurrency()),
            Wording.constant(target.work()),
            accepts);
  }

  private static String dialect(RunInfo info) {
    return switch (info.dialect()) {
      case V2_42 -> "up to 2.50";
      case V2_51 -> "2.51 to 2.53";
      case V2_54 -> "2.54 and 2.55";
      case V3 -> "3";
    };
  }

  private static void entry(Element list, String name, String value) {
    list.add(Element.of("dt").text(name)).add(Element.of("dd").text(value));
  }

  private static Element reading() {
    Element list = Element.of("ul");
    List.of(
            "Back means: from here on the curve stays in the idle band for a whole window. An idle"
                + " process uses some CPU, so the first zero is never the end.",
            "Idle band: mean ± 3 spreads of the same curve while the target was idle.",
            "Forecast before the load: from the scenario and the calibrated service time. At load"
                + " end: from the load's counts. Derived: from the times of the samples that were"
                + " taken.",
            "A gap in a curve is no data, never 0: a rate needs two scrapes in its window.",
            "Inconclusive is not a pass: something needed for the judgement was missing, and the"
                + " reason says what to do.")
        .forEach(t -> list.add(Element.of("li").text(t)));
    return list;
  }
}
