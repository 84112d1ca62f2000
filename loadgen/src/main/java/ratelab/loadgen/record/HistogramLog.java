package ratelab.loadgen.record;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.HdrHistogram.Histogram;
import org.HdrHistogram.HistogramLogWriter;

/**
 * The service times of a run in HdrHistogram's log format (version 1.3, one interval, values in
 * nanoseconds, the maximum in the readable column in milliseconds), which its tools read and merge.
 */
public final class HistogramLog {
  private static final double NANOS_PER_MILLI = 1e6;
  private static final double NANOS_PER_SECOND = 1e9;
  private static final long MICROS_PER_MILLI = 1000;

  private HistogramLog() {}

  /**
   * Writes the log; the stream stays open.
   *
   * @throws IOException if the stream refuses
   */
  public static void write(RunResult result, OutputStream out) throws IOException {
    PrintStream text = new PrintStream(out, false, StandardCharsets.UTF_8);
    long startMillis = result.startEpochMicros() / MICROS_PER_MILLI;
    HistogramLogWriter log = new HistogramLogWriter(text);
    log.outputComment("[ratelab loadgen: service times of complete answers, nanoseconds]");
    log.outputLogFormatVersion();
    log.outputStartTime(startMillis);
    log.outputLegend();
    Histogram histogram = result.totals().service().toHistogram();
    log.outputIntervalHistogram(
        0, result.endNanos() / NANOS_PER_SECOND, histogram, NANOS_PER_MILLI);
    if (text.checkError()) {
      throw new IOException("the histogram log could not be written completely");
    }
  }
}
