package ratelab.sampleapp.log;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * One request, as a line of the log. What is null is left out of the line.
 *
 * @param id the request's {@code X-Ratelab-Id}, or empty
 * @param remotePort the client's port: with the times it names the connection where there is no id
 * @param startMillis when the work began, epoch milliseconds with three decimals; of a request that
 *     was not worked off, when that was decided
 * @param endMillis when the work was done
 * @param cpuNanos CPU time of the whole process by then; null if the request was not worked off
 * @param childCpuNanos CPU time of the children that the request has spawned, if they told it
 * @param outcome {@code rejected} or {@code dropped}; null if it was worked off
 * @param reason why it was not
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@JsonPropertyOrder({
  "id",
  "remotePort",
  "startMillis",
  "endMillis",
  "cpuNanos",
  "childCpuNanos",
  "outcome",
  "reason"
})
public record HandlerEntry(
    String id,
    int remotePort,
    BigDecimal startMillis,
    BigDecimal endMillis,
    @Nullable Long cpuNanos,
    @Nullable Long childCpuNanos,
    @Nullable String outcome,
    @Nullable String reason) {

  /** A request that was worked off. */
  public static HandlerEntry worked(
      String id,
      int remotePort,
      Instant start,
      Instant end,
      long cpuNanos,
      OptionalLong childCpuNanos) {
    return new HandlerEntry(
        id,
        remotePort,
        epochMillis(start),
        epochMillis(end),
        cpuNanos,
        childCpuNanos.isPresent() ? childCpuNanos.getAsLong() : null,
        null,
        null);
  }

  /** A request that was turned away on arrival, because the queue was full. */
  public static HandlerEntry rejected(String id, int remotePort, Instant decided) {
    return refused(id, remotePort, decided, "rejected", "queue");
  }

  /** A request that was turned away when its turn came. */
  public static HandlerEntry dropped(String id, int remotePort, Instant decided, String reason) {
    return refused(id, remotePort, decided, "dropped", reason);
  }

  private static HandlerEntry refused(
      String id, int remotePort, Instant decided, String outcome, String reason) {
    BigDecimal millis = epochMillis(decided);
    return new HandlerEntry(id, remotePort, millis, millis, null, null, outcome, reason);
  }

  private static BigDecimal epochMillis(Instant instant) {
    long micros =
        Math.addExact(
            Math.multiplyExact(instant.getEpochSecond(), 1_000_000L), instant.getNano() / 1_000);
    return BigDecimal.valueOf(micros, 3);
  }
}
