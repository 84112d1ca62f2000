package ratelab.loadgen.report;

import java.math.BigDecimal;
import ratelab.loadgen.record.InFlight;
import ratelab.loadgen.record.Latencies;
import ratelab.loadgen.record.Outcome;
import ratelab.loadgen.record.RunResult;
import ratelab.loadgen.record.Spread;
import ratelab.loadgen.record.Totals;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * A run as JSON, format 1; the README of this module describes the fields. Every request is in
 * exactly one of answered, timedOut, errors and inFlightAtEnd.
 */
public final class JsonReport {
  private static final int FORMAT = 1;
  private static final long NANOS_PER_MICRO = 1_000;
  private static final int MILLI_DECIMALS = 3;

  /** Their names are the fields' names. */
  private enum Percentile {
    p50(50),
    p90(90),
    p95(95),
    p99(99),
    p999(99.9);

    private final double percent;

    Percentile(double percent) {
      this.percent = percent;
    }
  }

  private JsonReport() {}

  /**
   * The whole text with a line feed at its end.
   *
   * @param version of this program
   */
  public static String of(RunResult result, String version) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("format", FORMAT).put("version", version);
    putLoad(json, result.load());
    putTimes(json, result);
    putCounts(json, result.totals());
    json.put("missedTurns", result.missedTurns());
    json.set("serviceTimeNanos", serviceTime(result.totals().service()));
    return json.toPrettyString() + "\n";
  }

  private static void putLoad(ObjectNode json, RunResult.Load load) {
    json.put("url", load.url()).put("method", load.method()).put("workers", load.workers());
    load.period().ifPresent(period -> json.put("durationMillis", period.toMillis()));
    json.put("timeoutMillis", load.timeout().toMillis());
  }

  private static void putTimes(ObjectNode json, RunResult result) {
    json.put("startedMillis", epochMillis(result, 0));
    json.put("stopMillis", epochMillis(result, result.stopNanos()));
    json.put("endedMillis", epochMillis(result, result.endNanos()));
  }

  private static BigDecimal epochMillis(RunResult result, long nanos) {
    return BigDecimal.valueOf(result.startEpochMicros() + nanos / NANOS_PER_MICRO, MILLI_DECIMALS);
  }

  private static void putCounts(ObjectNode json, Totals totals) {
    json.put("sent", totals.sent());
    json.put("answered", totals.count(Outcome.OK));
    json.put("timedOut", totals.timedOut());
    ObjectNode errors = json.putObject("errors");
    totals
        .outcomes()
        .forEach(
            (outcome, count) -> {
              if (outcome.failed() && !outcome.isTimeout()) {
                errors.put(outcome.label(), count);
              }
            });
    ArrayNode inFlight = json.putArray("inFlightAtEnd");
    for (InFlight request : totals.inFlight()) {
      inFlight
          .addObject()
          .put("id", request.id())
          .put(
              "ageMillis",
              BigDecimal.valueOf(request.ageNanos() / NANOS_PER_MICRO, MILLI_DECIMALS));
    }
    ObjectNode statuses = json.putObject("statusCounts");
    totals.statuses().forEach((status, count) -> statuses.put(status.toString(), count));
    json.put("bytesReceived", totals.bytesReceived());
  }

  private static ObjectNode serviceTime(Latencies latencies) {
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
