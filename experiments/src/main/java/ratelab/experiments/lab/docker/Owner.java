package ratelab.experiments.lab.docker;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import ratelab.experiments.lab.LabException;

/**
 * The process that plays a run, told from every other one.
 *
 * @param host the name of its machine
 * @param pid its number there
 * @param start when it began
 */
record Owner(String host, long pid, Instant start) {
  // The start is computed from ticks and the boot time, which moves when the clock is set.
  private static final Duration INEXACT = Duration.ofSeconds(5);
  private static final int PARTS = 3;

  /** This process. */
  static Owner thisProcess() {
    return of(ProcessHandle.current());
  }

  private static Owner of(ProcessHandle process) {
    return new Owner(
        hostName(),
        process.pid(),
        Instant.ofEpochMilli(process.info().startInstant().orElse(Instant.EPOCH).toEpochMilli()));
  }

  /** As a label. */
  String text() {
    return host + " " + pid + " " + start;
  }

  /** Reads a label; empty if it is none of ours. */
  static Optional<Owner> parse(String text) {
    String[] parts = text.split(" ", -1);
    try {
      return parts.length == PARTS
          ? Optional.of(new Owner(parts[0], Long.parseLong(parts[1]), Instant.parse(parts[2])))
          : Optional.empty();
    } catch (RuntimeException e) {
      return Optional.empty();
    }
  }

  /** Whether it was a process of this machine and has ended; of other machines nothing is known. */
  boolean hasEnded() {
    return host.equals(hostName())
        && ProcessHandle.of(pid)
            .map(Owner::of)
            .filter(o -> Duration.between(o.start, start).abs().compareTo(INEXACT) < 0)
            .isEmpty();
  }

  private static String hostName() {
    try {
      return InetAddress.getLocalHost().getHostName().replace(' ', '-');
    } catch (UnknownHostException e) {
      throw new LabException("this machine does not know its own name: " + e.getMessage(), e);
    }
  }
}
