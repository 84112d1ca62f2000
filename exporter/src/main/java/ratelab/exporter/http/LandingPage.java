package ratelab.exporter.http;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;

/** The page at {@code /}: what this is, and where the metrics are. */
public final class LandingPage implements HttpHandler {
  private final Answer answer;

  public LandingPage(String telemetryPath) {
    this.answer = Answer.of(200, Answer.HTML, html(telemetryPath));
  }

  @Override
  public void handle(HttpExchange exchange) throws IOException {
    answer.send(exchange);
  }

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
