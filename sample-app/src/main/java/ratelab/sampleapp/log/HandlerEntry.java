package ratelab.sampleapp.log;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.math.BigDecimal;
import java.time.Instant;

/**
 * One handled request, as a line of the log.
 *
 * @param id the request's {@code X-Ratelab-Id}, or empty
 * @param remotePort the client's port: with the times it names the connection where there is no id
 * @param startMillis when the work began, epoch milliseconds with three decimals
 * @param endMillis when the work was done
 * @param cpuNanos CPU time of the whole process by then
 */
@JsonPropertyOrder({"id", "remotePort", "startMillis", "endMillis", "cpuNanos"})
public record HandlerEntry(
    String id, int remotePort, BigDecimal startMillis, BigDecimal endMillis, long cpuNanos) {

  /** An entry with its times cut to microseconds. */
  public static HandlerEntry of(
      String id, int remotePort, Instant start, Instant end, long cpuNanos) {
    return new HandlerEntry(id, remotePort, epochMillis(start), epochMillis(end), cpuNanos);
  }

  private static BigDecimal epochMillis(Instant instant) {
    long micros =
        Math.addExact(
            Math.multiplyExact(instant.getEpochSecond(), 1_000_000L), instant.getNano() / 1_000);
    return BigDecimal.valueOf(micros, 3);
  }
}
