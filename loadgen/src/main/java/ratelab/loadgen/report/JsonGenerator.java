package ratelab.loadgen.report;

import ratelab.loadgen.record.Generator;
import ratelab.loadgen.record.GeneratorLimit;
import ratelab.loadgen.record.OwnCost;
import ratelab.loadgen.record.RunResult;
import ratelab.loadgen.record.WarmUp;
import tools.jackson.databind.node.ObjectNode;

/** The generator's own part in a run as JSON. */
final class JsonGenerator {
  private JsonGenerator() {}

  static void put(ObjectNode json, RunResult result) {
    Generator generator = result.generator();
    ObjectNode own = json.putObject("generator");
    own.put("engine", generator.engine()).put("model", generator.model());
    ObjectNode protocols = own.putObject("protocols");
    result.totals().protocols().forEach(protocols::put);
    own.put("workers", generator.workers());
    putWarmUp(own.putObject("warmUp"), generator.warmUp());
    putCost(own, generator.cost());
    GeneratorLimit.of(result).ifPresent(why -> own.put("limit", why));
  }

  private static void putWarmUp(ObjectNode json, WarmUp warmUp) {
    switch (warmUp) {
      case WarmUp.Cold _ -> json.put("kind", "none");
      case WarmUp.Earlier _ -> json.put("kind", "earlier");
      case WarmUp.OnLoopback own ->
          json.put("kind", "loopback").put("requests", own.requests()).put("nanos", own.nanos());
      case WarmUp.OnTarget target ->
          json.put("kind", "target")
              .put("requests", target.requests())
              .put("nanos", target.nanos());
    }
  }

  private static void putCost(ObjectNode json, OwnCost cost) {
    json.put("processors", cost.processors());
    cost.cpuShare().ifPresent(share -> json.put("cpuShare", share));
    cost.gcPauses().ifPresent(pauses -> json.put("gcPauses", pauses));
    cost.gcNanos().ifPresent(nanos -> json.put("gcNanos", nanos));
  }
}
