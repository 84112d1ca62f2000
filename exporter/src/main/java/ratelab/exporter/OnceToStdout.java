package ratelab.exporter;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.time.InstantSource;
import ratelab.exporter.metrics.Exposition;
import ratelab.exporter.metrics.ScrapeCounts;
import ratelab.exporter.yaml.ConfigException;

/** One scrape without a server: what was used between two scans, so that counters say something. */
final class OnceToStdout {
  private OnceToStdout() {}

  /**
   * Scans, waits, scans again and writes the second scrape.
   *
   * @throws ConfigException if the configuration is wrong
   * @throws IOException if the procfs cannot be read or nothing can be written
   */
  static void write(ExporterOptions options, String version, Duration delay, OutputStream out)
      throws ConfigException, IOException {
    InstantSource clock = InstantSource.system();
    try (Tracking tracking = Tracking.start(options, clock)) {
      Exposition exposition =
          new Pages(options, tracking, version, clock).exposition(new ScrapeCounts());
      exposition.write(OutputStream::nullOutputStream);
      Thread.sleep(delay);
      exposition.write(() -> out);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
