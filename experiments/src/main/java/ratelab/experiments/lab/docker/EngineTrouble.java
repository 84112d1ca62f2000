package ratelab.experiments.lab.docker;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import ratelab.experiments.lab.LabException;

/** Says in one message what went wrong with the engine, and what helps. */
final class EngineTrouble {
  /** What an engine says, and what helps then; the first that fits counts. */
  private record Known(List<String> words, String remedy) {
    boolean fits(String said) {
      return words.stream().anyMatch(said.toLowerCase(Locale.ROOT)::contains);
    }
  }

  /** What the kernel says of a full disk. */
  static final String NO_SPACE = "no space left on device";

  /** What helps then. */
  static final String FREE_SPACE =
      "the engine's disk is full: docker system df shows by what, docker system prune frees it";

  private static final List<Known> KNOWN =
      List.of(
          new Known(List.of(NO_SPACE), FREE_SPACE),
          new Known(
              List.of("port is already allocated", "address already in use"),
              "another program has that port: end it, or run again to get another one"),
          new Known(
              List.of("permission denied"),
              "the engine may not do that, or you may not use the engine: join the group docker, or"
                  + " run as root"),
          new Known(
              List.of(
                  "no such image",
                  "pull access denied",
                  "manifest unknown",
                  "no such host",
                  "not found: manifest",
                  "can't get docker image",
                  "failed to pull",
                  "registry-1.docker.io"),
              "pull it where a registry can be reached; where none can: docker/offline-images, then"
                  + " RATELAB_IMAGES=local ./lab run ..."),
          new Known(
              List.of(
                  "connection refused",
                  "connection reset",
                  "broken pipe",
                  "no such file or directory",
                  "could not find a valid docker environment",
                  "connection closed",
                  "end of stream",
                  "premature end"),
              "the Docker engine does not answer (any more): start it and run again"));

  private EngineTrouble() {}

  /**
   * The failure, explained.
   *
   * @param doing what was being done, as it completes "cannot ..."
   */
  static LabException explain(String doing, Throwable failure) {
    if (failure instanceof LabException explained) {
      return explained;
    }
    List<String> said = messages(failure);
    String words = said.isEmpty() ? failure.toString() : said.getLast();
    return KNOWN.stream()
        .flatMap(
            known ->
                said.stream()
                    .filter(known::fits)
                    .reduce((_, deeper) -> deeper)
                    .map(s -> "cannot %s: %s; %s".formatted(doing, oneLine(s), known.remedy()))
                    .stream())
        .findFirst()
        .map(text -> new LabException(text, failure))
        .orElseGet(() -> new LabException("cannot " + doing + ": " + oneLine(words), failure));
  }

  /** From the outermost to the root cause. */
  private static List<String> messages(Throwable failure) {
    List<String> messages = new ArrayList<>();
    Stream.<@Nullable Throwable>iterate(
            failure, t -> t != null, t -> t == null ? null : t.getCause())
        .limit(20)
        .forEach(
            t -> {
              if (t != null && t.getMessage() != null) {
                messages.add(t.getMessage());
              }
            });
    return messages;
  }

  private static String oneLine(String text) {
    return text.strip().replaceAll("\\s*\\R\\s*", " ");
  }
}
