package ratelab.experiments.scenario;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Reads the part {@code target}. */
final class TargetReader {
  static final List<String> KEYS =
      List.of("runtime", "concurrency", "work", "sleep", "cpu", "threads", "accept");

  /** Threads of a pool whose size is not given. */
  static final int DEFAULT_THREADS = 200;

  private final Fields fields;
  private final List<String> warnings;

  private TargetReader(Fields fields, List<String> warnings) {
    this.fields = fields;
    this.warnings = warnings;
  }

  static Target read(Place place, List<String> warnings) {
    return new TargetReader(Fields.of(place, KEYS), warnings).target();
  }

  private Target target() {
    Platform platform = Values.word(fields.at("runtime"), Platform.class);
    Concurrency concurrency = concurrency(platform);
    Work work = Values.word(fields.at("work"), Work.class);
    return new Target(
        platform, concurrency, work, sleep(work), cpu(work), threads(concurrency), accept());
  }

  private Concurrency concurrency(Platform platform) {
    Optional<Place> place = fields.optional("concurrency");
    if (place.isEmpty()) return Concurrency.SINGLE;
    if (platform == Platform.NODE) {
      throw place.get().refused("node has one event loop and no choice; remove the key");
    }
    return Values.word(place.get(), Concurrency.class);
  }

  private Duration sleep(Work work) {
    if (work != Work.BURN) return Values.duration(fields.at("sleep"));
    fields
        .optional("sleep")
        .ifPresent(
            place -> {
              throw place.refused("work burn never sleeps; remove the key, or choose work sleep");
            });
    return Duration.ZERO;
  }

  private Duration cpu(Work work) {
    if (work == Work.BURN) return Values.duration(fields.at("cpu"));
    return fields
        .optional("cpu")
        .map(place -> Values.durationOrZero(place, "none"))
        .orElse(Duration.ZERO);
  }

  private int threads(Concurrency concurrency) {
    Optional<Place> place = fields.optional("threads");
    if (place.isPresent() && concurrency != Concurrency.POOL) {
      warnings.add(place.get().at() + "only concurrency pool has threads; the key has no effect");
    }
    return place.map(Values::count).orElse(DEFAULT_THREADS);
  }

  /**
   * All, for Node too: libuv takes one connection a turn since 1.45, but an idle loop turns fast,
   * and the lab's load opens its connections some milliseconds before it sends on them.
   */
  private AcceptPolicy accept() {
    return fields
        .optional("accept")
        .map(place -> Values.word(place, AcceptPolicy.class))
        .orElse(AcceptPolicy.ALL);
  }
}
