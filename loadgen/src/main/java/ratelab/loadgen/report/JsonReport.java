package ratelab.loadgen.report;

import java.math.BigDecimal;
import java.util.List;
import ratelab.loadgen.record.InFlight;
import ratelab.loadgen.record.Outcome;
import ratelab.loadgen.record.RunResult;
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

  private JsonReport() {}

  /**
   * The whole text with a line feed at its end.
   *
   * @param version of this program
   */
  public static String of(RunResult result, String version) {
    return node(result, version).toPrettyString() + "\n";
  }

  /**
   * The steps of a sweep, each as a run with the rate that was asked for.
   *
   * @param version of this program
   */
  public static String of(List<SweepStep> sweep, String version) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("format", FORMAT).put("version", version);
    ArrayNode steps = json.putArray("sweep");
    for (SweepStep step : sweep) {
      steps
          .addObject()
          .put("ratePerSecond", step.ratePerSecond())
          .put("beyondTheKnee", step.isBeyondTheKnee())
          .set("run", node(step.result(), version));
    }
    return json.toPrettyString() + "\n";
  }

  private static ObjectNode node(RunResult result, String version) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("format", FORMAT).put("version", version);
    putLoad(json, result.load());
    putTimes(json, result);
    putCounts(json, result.totals());
    json.put("missedTurns", result.missedTurns());
    JsonTimes.put(json, result.totals());
    JsonGenerator.put(json, result);
    return json;
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
    ObjectNode timeouts = json.putObject("timeouts");
    totals
        .outcomes()
        .forEach(
            (outcome, count) -> {
              if (outcome.isTimeout()) {
                timeouts.put(outcome.label().substring("timeout-".length()), count);
              }
            });
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
}
