package ratelab.experiments.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import ratelab.experiments.Node;
import ratelab.experiments.analysis.Analyst;
import ratelab.experiments.analysis.WindowFinding;
import ratelab.experiments.recording.CpuCounter;
import ratelab.experiments.recording.Recording;
import ratelab.experiments.report.bench.BenchData;
import ratelab.experiments.report.style.Scripts;

/** What the script says of a run, against the analysis of the run that another scraper had made. */
class FindingsScriptTest {
  private static final long SEED = 28;
  private static final int VIEWS = 15;
  private static final List<Duration> WINDOWS =
      LongStream.of(1000, 2000, 3000, 4500, 6000, 12_000, 30_000)
          .mapToObj(Duration::ofMillis)
          .toList();

  @TempDir Path directory;

  @Test
  void the_script_finds_what_the_analysis_finds_in_nanoseconds() throws Exception {
    agrees(Resampled.windows(SampleRuns.fast(), WINDOWS), "nanoseconds");
  }

  @Test
  void the_script_finds_what_the_analysis_finds_in_ticks() throws Exception {
    agrees(Resampled.windows(ticksAlone(SampleRuns.fast()), WINDOWS), "ticks");
  }

  @Test
  void the_pages_scripts_are_plain_and_well_formed() throws Exception {
    Node node = Node.locate(directory);
    node.check(Scripts.first());
    node.check(Scripts.page());
  }

  private void agrees(Recording run, String counter) throws Exception {
    List<String> views = new ArrayList<>();
    List<String> expected = new ArrayList<>();
    add(run, view(counter, "null", 0), views, expected);
    Random random = new Random(SEED);
    for (int i = 0; i < VIEWS; i++) {
      int interval = 500 + 100 * random.nextInt(50);
      int phase = random.nextInt(interval);
      Recording other = Resampled.at(run, Duration.ofMillis(interval), Duration.ofMillis(phase));
      add(other, view(counter, Integer.toString(interval), phase), views, expected);
    }

    assertThat(expected).hasSize((VIEWS + 1) * WINDOWS.size());
    assertThat(expected.stream().filter(e -> !e.endsWith("   ")).count()).isGreaterThan(40);
    assertThat(script(run, views)).isEqualTo(expected);
  }

  private static void add(Recording run, String view, List<String> views, List<String> expected) {
    for (WindowFinding finding : Analyst.analyse(run).windows()) {
      views.add(view.formatted(run.info().dialect(), finding.window().toMillis()));
      expected.add(said(finding));
    }
  }

  private static String view(String counter, String interval, int phase) {
    return ("{\"name\":\"rate\",\"modifier\":\"plain\",\"counter\":\"" + counter + "\",")
        + "\"dialect\":\"%s\",\"windowMillis\":%s,"
        + ("\"scrapeMillis\":" + interval + ",\"phaseMillis\":" + phase + ",")
        + "\"stepMillis\":null}";
  }

  private static String said(WindowFinding finding) {
    String back =
        finding.returnMillis().isPresent() ? Long.toString(finding.returnMillis().getAsLong()) : "";
    String decay =
        finding
            .decay()
            .map(
                d ->
                    d.total().toMillis()
                        + " "
                        + d.drain().toMillis()
                        + " "
                        + d.phase().toMillis()
                        + " "
                        + d.tail().toMillis())
            .orElse("   ");
    return finding.earliestReturnMillis()
        + " "
        + finding.latestReturnMillis()
        + " "
        + back
        + " "
        + decay;
  }

  private List<String> script(Recording run, List<String> views) throws Exception {
    Path data =
        Files.writeString(directory.resolve("run.json"), BenchData.json(Analyst.analyse(run), run));
    Path lines = Files.write(directory.resolve("views.jsonl"), views);
    return Node.locate(directory).run(Scripts.model() + "\n" + harness(), data, lines);
  }

  private static String harness() throws Exception {
    try (var in =
        FindingsScriptTest.class.getResourceAsStream(
            "/ratelab/experiments/report/bench/print-findings.js")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private static Recording ticksAlone(Recording run) {
    return Resampled.with(
        run,
        "series",
        run.series().stream()
            .filter(s -> !s.id().metric().equals(CpuCounter.NANOSECONDS.metric()))
            .toList());
  }
}
