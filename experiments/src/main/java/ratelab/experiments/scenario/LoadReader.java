package ratelab.experiments.scenario;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads the part {@code load}. */
final class LoadReader {
  static final List<String> KEYS =
      List.of("workers", "duration", "timeout", "rate", "requests", "every", "command", "hey");

  /** An address has 65,535 ports, and each worker takes one. */
  private static final int MOST_WORKERS = 65_535;

  private final Fields fields;
  private final List<String> warnings;

  private LoadReader(Fields fields, List<String> warnings) {
    this.fields = fields;
    this.warnings = warnings;
  }

  static Load read(Place place, List<String> warnings) {
    return new LoadReader(Fields.of(place, KEYS), warnings).load();
  }

  private Load load() {
    Optional<Place> command = fields.optional("command").or(() -> fields.optional("hey"));
    if (command.isPresent()) return command(command.get());
    Optional<Place> requests = fields.optional("requests");
    if (requests.isPresent()) return byHand(Values.count(requests.get()));
    refuse("every", "it is the pause between the requests of a load by hand; give requests, too");
    Duration timeout = timeout();
    int workers = Values.countUpTo(fields.at("workers"), MOST_WORKERS);
    return new Load(
        workers, Values.duration(fields.at("duration")), timeout, pace(workers, timeout));
  }

  private Load command(Place place) {
    boolean isHey = fields.optional("command").isEmpty();
    List<String> others = new ArrayList<>(KEYS);
    others.remove(isHey ? "hey" : "command");
    others.forEach(key -> refuse(key, "the load's command says it; remove one of the two"));
    return Load.of(new LoadCommand(CommandWords.read(place), isHey));
  }

  private Load byHand(int requests) {
    String oneByOne = "requests come one after the other, each every so often; remove the key";
    refuse("workers", oneByOne);
    refuse("duration", oneByOne);
    refuse("rate", oneByOne);
    return Load.byHand(requests, Values.duration(fields.at("every")), timeout());
  }

  private Duration timeout() {
    return Values.durationOrZero(fields.at("timeout"), "clients that never give up");
  }

  private Pace pace(int workers, Duration timeout) {
    Optional<Place> rate = fields.optional("rate");
    if (rate.isEmpty()) return new Pace.Closed();
    double perSecond = Values.factor(rate.get());
    double underWay = perSecond * timeout.toNanos() / 1e9;
    if (underWay > workers) {
      warnings.add(
          rate.get().at()
              + Math.round(underWay)
              + " requests may wait for their answers at the same time, but there are only "
              + workers
              + " workers: some would be sent late or never");
    }
    return new Pace.Open(perSecond);
  }

  private void refuse(String key, String reason) {
    Optional<Place> place = fields.optional(key);
    if (place.isPresent()) throw place.get().refused(reason);
  }
}
