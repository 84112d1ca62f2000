package ratelab.experiments.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import ratelab.experiments.RequiredTools;
import ratelab.experiments.analysis.Analysis;
import ratelab.experiments.analysis.Analyst;
import ratelab.experiments.recording.Recording;

/**
 * Opens the page from its file in a real browser. The files stay in the build directory: a
 * browser's last processes may still write to its profile when it has ended.
 */
class BrowserTest {
  private static final int DEADLINE_SECONDS = 60;

  @Test
  void the_script_runs_under_the_pages_own_policy_without_an_error() throws Exception {
    Path chromium = RequiredTools.locate("chromium", "chromium");
    Path directory = Files.createTempDirectory(Path.of("target").toAbsolutePath(), "browser-");
    Recording run = SampleRuns.fast();
    Analysis analysis = Analyst.analyse(run);
    Path page = ReportFiles.write(directory, analysis, run).report();

    Dump dump = open(chromium, directory, page);

    assertThat(dump.log()).doesNotContain("CONSOLE", "Refused to", "Uncaught");
    assertThat(dump.dom())
        .startsWith("<!DOCTYPE html>")
        .contains("<html lang=\"en\" class=\"script\">")
        .contains("class=\"hair\"", "class=\"readout\"")
        .contains("content=\"" + analysis.answer().replace("'", "&#39;"))
        .contains(
            "9 of 9 expectations held", "worked off for nobody", "forecast at the load's end");
  }

  private record Dump(String dom, String log) {}

  private static Dump open(Path chromium, Path directory, Path page)
      throws IOException, InterruptedException {
    File dom = directory.resolve("dom.html").toFile();
    File log = directory.resolve("browser.log").toFile();
    Process browser =
        new ProcessBuilder(command(chromium, directory, page))
            .redirectOutput(dom)
            .redirectError(log)
            .start();
    try {
      assertThat(browser.waitFor(DEADLINE_SECONDS, TimeUnit.SECONDS))
          .as("chromium ended within %d s; its log: %s", DEADLINE_SECONDS, log)
          .isTrue();
    } finally {
      browser.descendants().forEach(ProcessHandle::destroyForcibly);
      browser.destroyForcibly();
    }
    return new Dump(Files.readString(dom.toPath()), Files.readString(log.toPath()));
  }

  private static List<String> command(Path chromium, Path directory, Path page) {
    return List.of(
        chromium.toString(),
        "--headless",
        "--no-sandbox",
        "--disable-gpu",
        "--disable-quic",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
        "--user-data-dir=" + directory.resolve("profile"),
        "--enable-logging=stderr",
        "--dump-dom",
        page.toUri().toString());
  }
}
