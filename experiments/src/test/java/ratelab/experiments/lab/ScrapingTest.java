package ratelab.experiments.lab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import ratelab.experiments.lab.Await.Look.NotYet;
import ratelab.experiments.lab.Await.Look.Seen;
import ratelab.experiments.rate.Sample;
import ratelab.experiments.rate.Series;
import ratelab.experiments.recording.CpuReading;
import ratelab.experiments.scrape.ScrapeClock;

class ScrapingTest {
  private static final Duration INTERVAL = Duration.ofMillis(20);
  private static final Duration DEADLINE = Duration.ofSeconds(10);
  private static final int OK = 200;
  private static final int INTERNAL_SERVER_ERROR = 500;
  private static final String PAGE =
      """
      namedprocess_namegroup_cpu_seconds_total{groupname="target",mode="user"} 0.13
      namedprocess_namegroup_num_procs{groupname="target"} 1
      namedprocess_namegroup_num_procs{groupname="target-children"} 2
      namedprocess_namegroup_num_procs{groupname="another"} 3
      namedprocess_scrape_errors 0
      jvm_threads_current 12
      """;

  private final AtomicInteger scrapes = new AtomicInteger();
  private String page = PAGE;
  private volatile boolean isFailing;
  private HttpServer exporter;

  @BeforeEach
  void startExporter() throws IOException {
    exporter = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    exporter.createContext(
        "/metrics",
        exchange -> {
          byte[] body = page.getBytes(StandardCharsets.UTF_8);
          scrapes.incrementAndGet();
          exchange.sendResponseHeaders(isFailing ? INTERNAL_SERVER_ERROR : OK, body.length);
          exchange.getResponseBody().write(body);
          exchange.close();
        });
    exporter.start();
  }

  @AfterEach
  void stopExporter() {
    exporter.stop(0);
  }

  @Test
  void keeps_the_series_of_the_target_its_children_and_the_exporters_own_errors() {
    try (Scraping scraping = scraping()) {
      awaitScrapes(3);
      assertThat(scraping.store().series())
          .extracting(series -> series.id().toString())
          .containsExactly(
              "namedprocess_namegroup_cpu_seconds_total{groupname=\"target\",mode=\"user\"}",
              "namedprocess_namegroup_num_procs{groupname=\"target\"}",
              "namedprocess_namegroup_num_procs{groupname=\"target-children\"}",
              "namedprocess_scrape_errors",
              "scrape_duration_seconds");
    }
  }

  @Test
  void stamps_all_samples_of_a_scrape_alike_and_reads_the_independent_measure_with_it() {
    Scraping scraping = scraping();
    awaitScrapes(5);
    scraping.close();
    List<List<Long>> times =
        scraping.store().series().stream().map(ScrapingTest::times).distinct().toList();
    assertThat(times).hasSize(1);
    assertThat(times.getFirst()).isSorted().doesNotHaveDuplicates();
    List<Long> readings =
        scraping.cpu().readings().stream().map(CpuReading::timestampMillis).toList();
    assertThat(readings).hasSizeGreaterThanOrEqualTo(times.getFirst().size());
  }

  @Test
  void a_scrape_that_fails_during_the_run_is_recorded_and_leaves_no_sample() {
    try (Scraping scraping = scraping()) {
      await("two samples", () -> times(scraping.store().series().getFirst()).size() >= 2);
      isFailing = true;
      await("a failure", () -> answeredInError(scraping) >= 1);
      List<Long> kept = times(scraping.store().series().getFirst());

      await("more failures", () -> answeredInError(scraping) >= 3);
      assertThat(times(scraping.store().series().getFirst())).isEqualTo(kept);
    }
  }

  private static long answeredInError(Scraping scraping) {
    return scraping.store().failures().stream()
        .filter(failure -> failure.reason().contains("HTTP 500"))
        .count();
  }

  @Test
  void a_first_scrape_that_fails_ends_the_run() {
    isFailing = true;
    assertThatThrownBy(this::scraping)
        .isInstanceOf(LabException.class)
        .hasMessageContaining("the first scrape of the exporter failed")
        .hasMessageContaining("HTTP 500");
  }

  @Test
  void an_exporter_that_does_not_see_the_target_ends_the_run() {
    page = "namedprocess_scrape_errors 0\n";
    assertThatThrownBy(this::scraping)
        .isInstanceOf(LabException.class)
        .hasMessage(
            "the exporter has no CPU time of the target; it reads /proc, and the target's entries"
                + " there must be readable for it");
  }

  private Scraping scraping() {
    URI url = URI.create("http://127.0.0.1:" + exporter.getAddress().getPort() + "/metrics");
    IndependentCpu cpu = new IndependentCpu(ProcessHandle.current().pid());
    return new Scraping(url, INTERVAL, cpu, ScrapeClock.system());
  }

  private void awaitScrapes(int count) {
    await(count + " scrapes", () -> scrapes.get() >= count);
  }

  private void await(String what, BooleanSupplier condition) {
    Await.until(
        what,
        DEADLINE,
        () ->
            condition.getAsBoolean()
                ? new Seen<>(true)
                : new NotYet<>("so far " + scrapes + " scrapes"));
  }

  private static List<Long> times(Series series) {
    return series.samples().stream().map(Sample::timestampMillis).toList();
  }
}
