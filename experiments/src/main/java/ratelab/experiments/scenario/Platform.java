package ratelab.experiments.scenario;

import static ratelab.experiments.scenario.Concurrency.ASYNC;
import static ratelab.experiments.scenario.Concurrency.POOL;
import static ratelab.experiments.scenario.Concurrency.SINGLE;
import static ratelab.experiments.scenario.Concurrency.VIRTUAL;

import java.util.List;

/** What the target runs on. */
public enum Platform {
  JAVALIN,
  /** Node's plain {@code http}: one event loop. */
  NODE,
  /** Node with the library that the original used. */
  EXPRESS,
  /** The standard library; {@code virtual} is a thread for each request. */
  PYTHON,
  /** The standard library; {@code virtual} is a goroutine for each request. */
  GO,
  /** One's own service, of which the lab knows nothing. */
  OWN;

  /** The kinds of concurrency that there are on it. */
  public List<Concurrency> kinds() {
    return switch (this) {
      case JAVALIN -> List.of(SINGLE, POOL, VIRTUAL, ASYNC);
      case NODE, EXPRESS -> List.of(SINGLE, ASYNC);
      case PYTHON -> List.of(SINGLE, VIRTUAL, ASYNC);
      case GO -> List.of(SINGLE, POOL, VIRTUAL);
      case OWN -> List.of();
    };
  }
}
