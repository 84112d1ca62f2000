package ratelab.exporter.http;

/** The page at {@code /}: what this is, and where the metrics are. */
final class LandingPage {
  private LandingPage() {}

  static String html(String telemetryPath) {
    return """
    <!DOCTYPE html>
    <html lang="en">
    <head><meta charset="utf-8"><title>Ratelab process exporter</title></head>
    <body>
    <h1>Ratelab process exporter</h1>
    <p>CPU time, memory and threads of groups of processes, for Prometheus.</p>
    <p><a href="%s">Metrics</a></p>
    </body>
    </html>
    """
        .formatted(escaped(telemetryPath));
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace("\"", "&quot;");
  }
}
