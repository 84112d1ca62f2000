package ratelab.sampleapp;

import java.time.Duration;
import java.util.EnumSet;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import ratelab.sampleapp.concurrency.ConcurrencyKind;
import ratelab.sampleapp.cure.Cures;
import ratelab.sampleapp.cure.DropReason;

/** The part of the command line that is about {@link Cures}. */
final class CureFlags {
  @Option(
      names = "--queue",
      paramLabel = "N",
      description = {
        "At most N requests wait; the others are answered 503 at once, with Retry-After"
            + " (default: all wait; for --concurrency single and pool)."
      })
  private @Nullable Integer queue;

  @Option(
      names = "--drop",
      paramLabel = "REASON",
      split = ",",
      description = {
        "Look again at a request when its turn comes, and do not work it off if (default: never):",
        "gone: its client has closed or lost the connection",
        "deadline: its client no longer wants the answer; that is answered 504",
        "gone,deadline: either"
      })
  private Set<DropReason> drop = EnumSet.noneOf(DropReason.class);

  @Option(
      names = "--deadline",
      paramLabel = "DURATION",
      description = {
        "How long a client wants to wait that does not say so in the header X-Ratelab-Deadline"
            + " (epoch milliseconds), counted from the arrival of its request"
            + " (default: for ever; for --drop deadline)."
      })
  private @Nullable Duration deadline;

  /**
   * What the flags ask for.
   *
   * @throws IllegalArgumentException if they make no sense together
   */
  Cures cures(ConcurrencyKind concurrency) {
    if (queue != null) {
      require(queue >= 0, "--queue " + queue + " is not at least 0");
      require(
          concurrency.hasQueue(),
          "--queue has no meaning with --concurrency "
              + concurrency
              + ", where no request waits: use single or pool");
    }
    require(
        deadline == null || drop.contains(DropReason.DEADLINE),
        "--deadline says when to drop a request: add --drop deadline");
    return new Cures(
        queue == null ? OptionalInt.empty() : OptionalInt.of(queue),
        drop,
        Optional.ofNullable(deadline));
  }

  private static void require(boolean met, String message) {
    if (!met) {
      throw new IllegalArgumentException(message);
    }
  }
}
