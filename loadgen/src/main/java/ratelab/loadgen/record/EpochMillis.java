package ratelab.loadgen.record;

/** Wall clock times as files carry them: milliseconds since the epoch with three decimals. */
public final class EpochMillis {
  private static final int MICROS_PER_MILLI = 1000;

  private EpochMillis() {}

  /** Appends a time given in microseconds since the epoch. */
  public static void append(StringBuilder text, long epochMicros) {
    long micros = epochMicros % MICROS_PER_MILLI;
    text.append(epochMicros / MICROS_PER_MILLI).append('.');
    if (micros < 100) {
      text.append('0');
    }
    if (micros < 10) {
      text.append('0');
    }
    text.append(micros);
  }
}
