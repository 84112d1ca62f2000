package ratelab.experiments.scenario;

import static ratelab.experiments.scenario.Concurrency.ASYNC;
import static ratelab.experiments.scenario.Concurrency.POOL;
import static ratelab.experiments.scenario.Concurrency.SINGLE;
import static ratelab.experiments.scenario.Concurrency.VIRTUAL;

import java.util.List;

/** What the target runs on, and the kinds of concurrency that there are on it. */
public enum Platform {
  JAVALIN(SINGLE, POOL, VIRTUAL, ASYNC),
  /** Node's plain {@code http}: one event loop. */
  NODE(SINGLE, ASYNC),
  /** Node with the library that the original used. */
  EXPRESS(SINGLE, ASYNC),
  /** The standard library; {@code virtual} is a thread for each request. */
  PYTHON(SINGLE, VIRTUAL, ASYNC),
  /** The standard library; {@code virtual} is a goroutine for each request. */
  GO(SINGLE, POOL, VIRTUAL);

  private final List<Concurrency> kinds;

  Platform(Concurrency... kinds) {
    this.kinds = List.of(kinds);
  }

  /** The kinds of concurrency that there are on it. */
  public List<Concurrency> kinds() {
    return kinds;
  }
}
