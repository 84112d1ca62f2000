package ratelab.sampleapp;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import ratelab.sampleapp.concurrency.Concurrency;
import ratelab.sampleapp.log.CpuClock;
import ratelab.sampleapp.log.HandlerLog;
import ratelab.sampleapp.log.JsonLinesLog;
import ratelab.sampleapp.log.LogHeader;
import ratelab.sampleapp.work.Work;

/** The running application. */
public final class SampleApp implements AutoCloseable {
  private static final String ID_HEADER = "X-Ratelab-Id";

  private final HandlerLog log;
  private final Concurrency concurrency;
  private final HttpServer server;
  private final String host;

  private SampleApp(HandlerLog log, Concurrency concurrency, HttpServer server, String host) {
    this.log = log;
    this.concurrency = concurrency;
    this.server = server;
    this.host = host;
  }

  /**
   * Starts the application; when this returns, it answers.
   *
   * @throws StartException if the port is in use or the log cannot be written
   */
  public static SampleApp start(SampleAppOptions options) {
    var socket = ListenSocket.open(options.host(), options.port());
    var log = openLog(options);
    var book = new RequestBook(log, CpuClock.ofThisProcess(), InstantSource.system());
    var work = Work.of(options.work(), options.sleep(), options.cpu());
    var concurrency = options.concurrency().open(options.threads());
    var server = HttpServer.start(socket, routes -> route(routes, book, work, concurrency));
    return new SampleApp(log, concurrency, server, options.host());
  }

  /** Where it answers, with the actual port. */
  public String url() {
    return "http://%s:%d".formatted(host.contains(":") ? "[" + host + "]" : host, server.port());
  }

  /** Ends within a moment: requests that wait or are being worked on are abandoned. */
  @Override
  public void close() {
    concurrency.close();
    server.close();
    log.close();
  }

  private static HandlerLog openLog(SampleAppOptions options) {
    Path file = options.log();
    if (file == null) {
      return HandlerLog.none();
    }
    var header =
        LogHeader.ofThisProcess(options.concurrency().toString(), options.work().toString());
    try {
      return JsonLinesLog.open(file, header);
    } catch (IOException failure) {
      throw new StartException(
          "cannot write the log %s (%s): name a writable file with --log"
              .formatted(file, failure.getClass().getSimpleName()),
          failure);
    }
  }

  private static void route(
      RoutesConfig routes, RequestBook book, Work work, Concurrency concurrency) {
    var metrics = new MetricsPage(book);
    routes.get("/", context -> context.future(() -> greet(context, book, work, concurrency)));
    routes.get(
        "/metrics",
        context -> context.contentType(MetricsPage.CONTENT_TYPE).result(metrics.render()));
  }

  private static CompletableFuture<Void> greet(
      Context context, RequestBook book, Work work, Concurrency concurrency) {
    @Nullable String id = context.header(ID_HEADER);
    var progress = book.arrived(id == null ? "" : id, context.req().getRemotePort());
    return concurrency
        .handle(work, progress)
        .thenRun(() -> context.contentType("text/plain; charset=utf-8").result("Hello World!"));
  }
}
