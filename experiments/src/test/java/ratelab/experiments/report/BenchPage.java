package ratelab.experiments.report;

import java.nio.file.Files;
import java.nio.file.Path;
import ratelab.experiments.RequiredTools;
import ratelab.experiments.analysis.Analyst;
import ratelab.experiments.recording.Recording;
import ratelab.experiments.report.browser.Chromium;

/** A run's report, opened from its file in a real browser. */
record BenchPage(Chromium browser, String url) implements AutoCloseable {
  static final int WIDTH = 1000;
  static final int HEIGHT = 900;

  /** Skips the tests of it where there is no browser. */
  static BenchPage of(Recording run) throws Exception {
    Path executable = RequiredTools.locate("chromium", "chromium");
    Path directory = Files.createTempDirectory(Path.of("target").toAbsolutePath(), "browser-");
    String url =
        ReportFiles.write(directory, Analyst.analyse(run), run).report().toUri().toString();
    return new BenchPage(Chromium.start(executable, directory, WIDTH, HEIGHT), url);
  }

  /**
   * @param view a view's fragment; empty for the report's own
   */
  void open(String view) {
    browser.open(url + view);
  }

  String text(String selector) {
    return browser.evaluate("document.querySelector('" + selector + "').textContent").asString();
  }

  String value(String selector) {
    return browser.evaluate("document.querySelector('" + selector + "').value").asString();
  }

  @Override
  public void close() {
    browser.close();
  }
}
