package ratelab.exporter.proc;

import java.util.function.Function;

/** What became of reading something about a process. Vanishing between two reads is normal. */
public sealed interface Outcome<T> {
  record Found<T>(T value) implements Outcome<T> {}

  /** The process no longer exists: nothing to report. */
  record Gone<T>() implements Outcome<T> {}

  /** The process may exist, but could not be read: to be counted. */
  record Failed<T>(String cause) implements Outcome<T> {}

  /**
   * The kernel refuses it to this user, and will again until the exporter has more rights.
   *
   * @param file what was refused, such as {@code 42/io}
   */
  record Denied<T>(String file) implements Outcome<T> {}

  default <U> Outcome<U> then(Function<? super T, Outcome<U>> next) {
    return switch (this) {
      case Found<T>(T value) -> next.apply(value);
      case Gone<T>() -> new Gone<>();
      case Failed<T>(String cause) -> new Failed<>(cause);
      case Denied<T>(String file) -> new Denied<>(file);
    };
  }
}
