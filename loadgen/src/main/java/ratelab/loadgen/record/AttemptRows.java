package ratelab.loadgen.record;

import java.util.function.LongSupplier;

/**
 * Ratelab's attempts file, format 1: one CSV row per attempt, cells that are unknown left empty.
 */
public final class AttemptRows implements RowFormat {
  private final LongSupplier startEpochMicros;

  /**
   * @param startEpochMicros the start of the run, to which attempts' times are relative; asked per
   *     row, because the head is written before the run starts
   */
  public AttemptRows(LongSupplier startEpochMicros) {
    this.startEpochMicros = startEpochMicros;
  }

  @Override
  public String head() {
    return """
    # ratelab attempts, format 1
    id,worker,local_port,start_ms,end_ms,outcome,status,bytes
    """;
  }

  @Override
  public void append(StringBuilder text, Attempt attempt) {
    text.append(attempt.id()).append(',').append(attempt.worker()).append(',');
    if (attempt.localPort() != Attempt.NO_PORT) {
      text.append(attempt.localPort());
    }
    text.append(',');
    appendTime(text, attempt.startNanos());
    text.append(',');
    if (attempt.outcome() != Outcome.IN_FLIGHT) {
      appendTime(text, attempt.endNanos());
    }
    text.append(',').append(attempt.outcome().recordedAs()).append(',');
    if (attempt.status() != Attempt.NO_STATUS) {
      text.append(attempt.status());
    }
    text.append(',').append(attempt.bytes()).append('\n');
  }

  private void appendTime(StringBuilder text, long nanos) {
    EpochMillis.append(text, startEpochMicros.getAsLong() + nanos / 1000);
  }
}
