package ratelab.exporter;

import com.sun.net.httpserver.HttpHandler;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import ratelab.exporter.group.OwnProcess;
import ratelab.exporter.http.LandingPage;
import ratelab.exporter.http.LivePageHandler;
import ratelab.exporter.http.Routes;
import ratelab.exporter.http.ScrapePage;
import ratelab.exporter.metrics.BuildInfo;
import ratelab.exporter.metrics.Exposition;
import ratelab.exporter.metrics.ScrapeCounts;
import ratelab.exporter.page.Configuration;
import ratelab.exporter.page.History;
import ratelab.exporter.page.LivePage;
import ratelab.exporter.rules.RuleSource;

/** What is served of the tracking: metrics, and the live page or in its place a plain one. */
record Pages(ExporterOptions options, Tracking tracking, String version, InstantSource clock) {

  Routes routes() {
    String metricsPath = options.web().telemetryPath();
    Map<String, HttpHandler> pages = new HashMap<>();
    pages.put("/", new LandingPage(metricsPath));
    tracking
        .history()
        .ifPresent(
            history -> {
              HttpHandler live = new LivePageHandler(livePage(history));
              LivePage.PATHS.forEach(path -> pages.put(path, live));
            });
    ScrapeCounts counts = new ScrapeCounts();
    pages.put(metricsPath, new ScrapePage(exposition(counts), counts));
    return new Routes(pages);
  }

  Exposition exposition(ScrapeCounts counts) {
    Optional<OwnProcess> own = OwnProcess.find();
    BuildInfo build =
        new BuildInfo(version, "", Runtime.version().toString(), System.getProperty("os.arch", ""));
    return new Exposition(
        tracking.scan()::join,
        () -> own.flatMap(OwnProcess::usage),
        build,
        tracking.rules()::state,
        counts,
        clock);
  }

  private LivePage livePage(History history) {
    return new LivePage(
        version,
        options.web().telemetryPath(),
        this::configuration,
        history,
        tracking.scan()::join,
        group -> tracking.scan().ask(() -> tracking.tracker().processes(group)),
        System::nanoTime);
  }

  private Configuration configuration() {
    Optional<String> file =
        options.rules() instanceof RuleSource.ConfigFile(Path path)
            ? Optional.of(path.toString())
            : Optional.empty();
    return new Configuration(file, tracking.rules().inUse().rules().size(), options.flags());
  }
}
