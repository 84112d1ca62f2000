package ratelab.sampleapp.cure;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Until when a request's client wants the answer.
 *
 * @param patience how long after its arrival a client is assumed to wait that does not say so;
 *     empty: for ever
 */
public record Deadlines(Optional<Duration> patience) {
  /** The header in which a client says it: epoch milliseconds, decimals allowed. */
  public static final String HEADER = "X-Ratelab-Deadline";

  private static final int LONGEST = 30;

  /**
   * The deadline of one request.
   *
   * @param header what the client says, or null if nothing
   * @throws IllegalArgumentException if that is not a time; the message says what is expected
   */
  public Optional<Instant> of(@Nullable String header, Instant arrival) {
    return header == null ? patience.map(arrival::plus) : Optional.of(parse(header));
  }

  private static Instant parse(String header) {
    try {
      if (header.length() <= LONGEST) {
        long micros =
            new BigDecimal(header)
                .movePointRight(3)
                .setScale(0, RoundingMode.FLOOR)
                .longValueExact();
        return Instant.EPOCH.plus(micros, ChronoUnit.MICROS);
      }
    } catch (ArithmeticException | NumberFormatException notATime) {
      // Told below.
    }
    throw new IllegalArgumentException(
        "%s: '%s' is not a time; write milliseconds since 1970, as 1795331467057.123"
            .formatted(HEADER, header.length() > LONGEST ? header.substring(0, LONGEST) : header));
  }
}
