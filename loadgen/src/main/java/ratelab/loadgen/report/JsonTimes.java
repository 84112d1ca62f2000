package ratelab.loadgen.report;

import ratelab.loadgen.record.Latencies;
import ratelab.loadgen.record.Spread;
import ratelab.loadgen.record.Timings;
import ratelab.loadgen.record.Totals;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The times of a run as JSON, in nanoseconds. */
final class JsonTimes {
  /** Their names are the fields' names. */
  private enum Percentile {
    p50(50),
    p90(90),
    p95(95),
    p99(99),
    p999(99.9),
    p9999(99.99);

    private final double percent;

    Percentile(double percent) {
      this.percent = percent;
    }
  }

  private JsonTimes() {}

  static void put(ObjectNode json, Totals totals) {
    put(json, totals.timings());
    ObjectNode classes = json.putObject("byStatusClass");
    totals
        .timingsByClass()
        .forEach((statusClass, timings) -> put(classes.putObject(statusClass.label()), timings));
    if (totals.lateness().spread().count() > 0) {
      json.set("latenessNanos", times(totals.lateness()));
      json.put("lateSends", totals.lateSends());
    }
  }

  private static void put(ObjectNode json, Timings timings) {
    json.set("serviceTimeNanos", times(timings.service()));
    if (timings.response().spread().count() > 0) {
      json.set("responseTimeNanos", times(timings.response()));
    }
  }

  private static ObjectNode times(Latencies latencies) {
    Spread spread = latencies.spread();
    ObjectNode json = JsonNodeFactory.instance.objectNode().put("count", spread.count());
    if (spread.count() == 0) {
      return json;
    }
    json.put("min", spread.minNanos()).put("mean", Math.round(spread.meanNanos()));
    for (Percentile percentile : Percentile.values()) {
      json.put(percentile.name(), latencies.percentileNanos(percentile.percent));
    }
    return json.put("max", spread.maxNanos());
  }
}
