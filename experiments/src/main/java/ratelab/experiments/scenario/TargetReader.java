package ratelab.experiments.scenario;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/** Reads the part {@code target}. */
final class TargetReader {
  static final List<String> KEYS =
      List.of(
          "runtime",
          "concurrency",
          "work",
          "sleep",
          "cpu",
          "threads",
          "accept",
          "queue",
          "drop",
          "children",
          "cpus");

  /** Threads of a pool whose size is not given. */
  static final int DEFAULT_THREADS = 200;

  private static final String ONE_BY_ONE =
      "with accept: one, requests wait where the target cannot see them; remove one of the two";

  private final Fields fields;
  private final List<String> warnings;

  private TargetReader(Fields fields, List<String> warnings) {
    this.fields = fields;
    this.warnings = warnings;
  }

  static Target read(Place place, List<String> warnings) {
    if (isOwn(place)) return OwnServiceReader.read(place);
    return new TargetReader(Fields.of(place, KEYS), warnings).target();
  }

  private static boolean isOwn(Place place) {
    return OwnServiceReader.KEYS.stream()
        .filter(key -> !KEYS.contains(key))
        .anyMatch(key -> Fields.has(place, key));
  }

  private Target target() {
    Platform platform = Values.word(fields.at("runtime"), Platform.class);
    if (platform == Platform.OWN) {
      throw fields
          .at("runtime")
          .refused(
              "your own service needs a url, and one of " + Words.either(OwnServiceReader.SOURCES));
    }
    Concurrency concurrency = concurrency(platform);
    Work work = Values.word(fields.at("work"), Work.class);
    AcceptPolicy accept = accept();
    return new Target(
        platform,
        concurrency,
        work,
        sleep(work),
        cpu(work),
        threads(concurrency),
        accept,
        admission(accept),
        children(work),
        cpus(),
        Optional.empty());
  }

  private Concurrency concurrency(Platform platform) {
    Optional<Place> place = fields.optional("concurrency");
    if (place.isEmpty()) return Concurrency.SINGLE;
    Concurrency kind = Values.word(place.get(), Concurrency.class);
    if (!platform.kinds().contains(kind)) {
      throw place
          .get()
          .refused(
              Words.of(platform)
                  + " has no "
                  + Words.of(kind)
                  + "; choose "
                  + Words.either(platform.kinds().stream().map(Words::of).toList()));
    }
    return kind;
  }

  private Duration sleep(Work work) {
    if (work.sleeps()) return Values.duration(fields.at("sleep"));
    fields
        .optional("sleep")
        .ifPresent(
            place -> {
              throw place.refused(
                  "work " + Words.of(work) + " never sleeps; remove the key, or choose work sleep");
            });
    return Duration.ZERO;
  }

  private Duration cpu(Work work) {
    if (!work.sleeps()) return Values.duration(fields.at("cpu"));
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

  private Admission admission(AcceptPolicy accept) {
    Optional<Place> queue = fields.optional("queue");
    Optional<Place> drop = fields.optional("drop");
    if (accept == AcceptPolicy.ONE) {
      List.of(queue, drop).forEach(given -> given.ifPresent(place -> refuse(place, ONE_BY_ONE)));
    }
    return new Admission(
        queue
            .map(place -> OptionalInt.of(Values.wholeNumber(place, 0)))
            .orElse(OptionalInt.empty()),
        drop.map(place -> Values.word(place, Drop.class)).orElse(Drop.NEVER));
  }

  private int children(Work work) {
    Optional<Place> place = fields.optional("children");
    if (work == Work.SPAWN) return place.map(Values::count).orElse(1);
    place.ifPresent(given -> refuse(given, "only work spawn has children; remove the key"));
    return 0;
  }

  private OptionalDouble cpus() {
    return fields
        .optional("cpus")
        .map(place -> OptionalDouble.of(Values.factor(place)))
        .orElse(OptionalDouble.empty());
  }

  private static void refuse(Place place, String reason) {
    throw place.refused(reason);
  }
}
