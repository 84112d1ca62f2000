package ratelab.loadgen.results;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import org.HdrHistogram.EncodableHistogram;
import org.HdrHistogram.Histogram;
import org.HdrHistogram.HistogramLogReader;
import org.HdrHistogram.HistogramLogWriter;

/** Adds up histogram logs: nothing is lost, so percentiles of the sum are as good as of one run. */
final class HistogramMerge {
  private static final int DIGITS = 3;
  private static final double NANOS_PER_MILLI = 1e6;
  private static final double MILLIS_PER_SECOND = 1000;

  private HistogramMerge() {}

  /**
   * The sum of all intervals of all files.
   *
   * @throws IOException naming a file that cannot be read or holds no histogram
   */
  static Histogram sum(List<Path> files) throws IOException {
    Histogram sum = new Histogram(1000, 2000, DIGITS);
    sum.setAutoResize(true);
    sum.setStartTimeStamp(Long.MAX_VALUE);
    for (Path file : files) {
      add(file, sum);
    }
    return sum;
  }

  private static void add(Path file, Histogram sum) throws IOException {
    boolean found = false;
    try (InputStream in = Files.newInputStream(file);
        HistogramLogReader reader = new HistogramLogReader(in)) {
      for (EncodableHistogram next = reader.nextIntervalHistogram();
          next != null;
          next = reader.nextIntervalHistogram()) {
        if (!(next instanceof Histogram histogram)) {
          throw new IOException(file + " holds histograms of another kind than loadgen's");
        }
        sum.add(histogram);
        sum.setStartTimeStamp(Math.min(sum.getStartTimeStamp(), histogram.getStartTimeStamp()));
        sum.setEndTimeStamp(Math.max(sum.getEndTimeStamp(), histogram.getEndTimeStamp()));
        found = true;
      }
    } catch (NoSuchFileException e) {
      throw new IOException(file + ": there is no such file", e);
    } catch (IllegalArgumentException | ArrayIndexOutOfBoundsException e) {
      throw new IOException(file + " is no histogram log: " + e.getMessage(), e);
    }
    if (!found) {
      throw new IOException(file + " holds no histogram; give files that --hlog has written");
    }
  }

  /**
   * Writes a sum as a log of one interval.
   *
   * @throws IOException if the file cannot be written
   */
  static void write(Histogram sum, Path file) throws IOException {
    try (OutputStream out = Files.newOutputStream(file);
        PrintStream text = new PrintStream(out, false, StandardCharsets.UTF_8)) {
      HistogramLogWriter log = new HistogramLogWriter(text);
      log.outputComment("[ratelab loadgen: several runs merged, nanoseconds]");
      log.outputLogFormatVersion();
      log.outputStartTime(sum.getStartTimeStamp());
      log.outputLegend();
      double seconds = (sum.getEndTimeStamp() - sum.getStartTimeStamp()) / MILLIS_PER_SECOND;
      log.outputIntervalHistogram(0, seconds, sum, NANOS_PER_MILLI);
      if (text.checkError()) {
        throw new IOException(file + " could not be written completely");
      }
    }
  }
}
