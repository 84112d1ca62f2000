package ratelab.experiments.scenario;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import ratelab.experiments.scenario.Disturbance.Act;
import ratelab.experiments.scenario.Disturbance.Anchor;

/** Reads one item of the list {@code disturbances}. */
final class DisturbanceReader {
  static final List<String> KEYS = List.of("at", "after", "do", "count", "by");

  private DisturbanceReader() {}

  static Disturbance read(Place item) {
    Fields fields = Fields.of(item, KEYS);
    Act act = Values.word(fields.at("do"), Act.class);
    Anchor at = Values.word(fields.at("at"), Anchor.class);
    if (act.endsTarget() && at == Anchor.LOAD_START) {
      throw fields
          .at("at")
          .refused(
              "without its target a load measures nothing; "
                  + Words.of(act)
                  + " happens at load-end");
    }
    return new Disturbance(at, after(fields), act, count(fields, act), delay(fields, act));
  }

  private static Duration after(Fields fields) {
    return fields
        .optional("after")
        .map(place -> Values.durationOrZero(place, "at once"))
        .orElse(Duration.ZERO);
  }

  private static int count(Fields fields, Act act) {
    Optional<Place> count = fields.optional("count");
    if (count.isPresent() && !act.countsScrapes()) {
      throw count.get().refused(Words.of(act) + " takes no number of scrapes; remove the key");
    }
    return count.map(Values::count).orElse(1);
  }

  private static Duration delay(Fields fields, Act act) {
    if (act == Act.SLOW_EXPORTER) return Values.duration(fields.at("by"));
    fields
        .optional("by")
        .ifPresent(
            place -> {
              throw place.refused("only slow-exporter has a delay; remove the key");
            });
    return Duration.ZERO;
  }
}
