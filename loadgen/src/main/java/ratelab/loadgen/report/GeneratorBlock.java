package ratelab.loadgen.report;

import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import ratelab.loadgen.record.Generator;
import ratelab.loadgen.record.GeneratorLimit;
import ratelab.loadgen.record.Latencies;
import ratelab.loadgen.record.OwnCost;
import ratelab.loadgen.record.RunResult;
import ratelab.loadgen.record.Totals;
import ratelab.loadgen.record.WarmUp;

/** The generator's own part in the figures, so that one sees whose figures they are. */
final class GeneratorBlock {
  private static final double NANOS_PER_SECOND = 1e9;

  private GeneratorBlock() {}

  static String of(RunResult result) {
    Generator generator = result.generator();
    StringBuilder text = new StringBuilder("Generator:\n");
    line(text, "Engine", generator.engine() + protocols(result.totals()));
    line(text, "Model", generator.model());
    line(text, "Workers", Integer.toString(generator.workers()));
    line(text, "Warm-up", warmUp(generator.warmUp()));
    appendLateness(text, result);
    appendCost(text, generator.cost());
    GeneratorLimit.of(result).ifPresent(why -> line(text, "Warning", why));
    return text.append('\n').toString();
  }

  private static String protocols(Totals totals) {
    Map<String, Long> protocols = totals.protocols();
    return protocols.size() == 1
        ? ", " + protocols.keySet().iterator().next()
        : protocols.entrySet().stream()
            .map(one -> ", " + one.getValue() + " by " + one.getKey())
            .collect(Collectors.joining());
  }

  private static String warmUp(WarmUp warmUp) {
    return switch (warmUp) {
      case WarmUp.Cold _ -> "none: the first figures are those of a cold JVM";
      case WarmUp.Earlier _ -> "by the loads before";
      case WarmUp.OnLoopback own ->
          own.requests() + " requests in " + secs(own.nanos()) + " to a server of its own";
      case WarmUp.OnTarget target ->
          target.requests()
              + " requests in "
              + secs(target.nanos())
              + " to the target, not counted";
    };
  }

  private static void appendLateness(StringBuilder text, RunResult result) {
    Latencies lateness = result.totals().lateness();
    if (lateness.spread().count() > 0) {
      line(
          text,
          "Lateness",
          "50% in "
              + Millis.text(lateness.percentileNanos(50))
              + ", 99% in "
              + Millis.text(lateness.percentileNanos(99))
              + ", max "
              + Millis.text(lateness.spread().maxNanos()));
      line(text, "Sent late", result.totals().lateSends() + " for want of a free worker");
    }
  }

  private static void appendCost(StringBuilder text, OwnCost cost) {
    cost.cpuShare()
        .ifPresent(
            share ->
                line(
                    text,
                    "Own CPU",
                    String.format(
                        Locale.ROOT, "%.1f%% of %d processors", 100 * share, cost.processors())));
    if (cost.gcPauses().isPresent() && cost.gcNanos().isPresent()) {
      line(
          text,
          "GC pauses",
          cost.gcPauses().getAsLong() + " in " + Millis.text(cost.gcNanos().getAsLong()));
    }
  }

  private static String secs(long nanos) {
    return String.format(Locale.ROOT, "%.1f secs", nanos / NANOS_PER_SECOND);
  }

  private static void line(StringBuilder text, String name, String value) {
    text.append("  ").append(name).append(":\t").append(value).append('\n');
  }
}
