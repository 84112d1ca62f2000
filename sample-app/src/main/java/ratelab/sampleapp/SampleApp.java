package ratelab.sampleapp;

import io.javalin.config.RoutesConfig;
import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import ratelab.sampleapp.concurrency.Concurrency;
import ratelab.sampleapp.cure.Deadlines;
import ratelab.sampleapp.cure.DropPolicy;
import ratelab.sampleapp.log.CpuClock;
import ratelab.sampleapp.log.HandlerLog;
import ratelab.sampleapp.log.JsonLinesLog;
import ratelab.sampleapp.log.LogHeader;
import ratelab.sampleapp.work.ChildrenPause;
import ratelab.sampleapp.work.WorkKind;

/** The running application. */
public final class SampleApp implements AutoCloseable {
  private final HandlerLog log;
  private final Concurrency concurrency;
  private final DropPolicy drops;
  private final HttpServer server;
  private final String host;

  private SampleApp(
      HandlerLog log, Concurrency concurrency, DropPolicy drops, HttpServer server, String host) {
    this.log = log;
    this.concurrency = concurrency;
    this.drops = drops;
    this.server = server;
    this.host = host;
  }

  /**
   * Starts the application; when this returns, it answers.
   *
   * @throws StartException if the port is in use, the log cannot be written, or the kernel lacks
   *     what the work needs
   */
  public static SampleApp start(SampleAppOptions options) {
    checkChildren(options.work());
    var socket = ListenSocket.open(options.host(), options.port());
    var log = openLog(options);
    var clock = InstantSource.system();
    var book = new RequestBook(log, CpuClock.ofThisProcess(), clock);
    var concurrency = options.concurrency().open(options.threads());
    var drops = new DropPolicy(options.cures().drop());
    var greeting =
        new Greeting(
            book,
            options.cures().openQueue(options.concurrency().handlers(options.threads())),
            drops,
            new Deadlines(options.cures().patience()),
            concurrency,
            options.work().work(options.sleep(), options.cpu(), options.children()),
            clock);
    var metrics = new MetricsPage(book, options.cures());
    var server = HttpServer.start(socket, routes -> route(routes, greeting, metrics));
    return new SampleApp(log, concurrency, drops, server, options.host());
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
    drops.close();
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

  private static void checkChildren(WorkKind work) {
    if (work == WorkKind.SPAWN && !ChildrenPause.isSupported()) {
      throw new StartException(
          "--work spawn needs a kernel that tells a process its CPU time in /proc/self/schedstat"
              + " (Linux with CONFIG_SCHED_INFO): choose another --work");
    }
  }

  private static void route(RoutesConfig routes, Greeting greeting, MetricsPage metrics) {
    routes.get("/", context -> context.future(() -> greeting.answer(context)));
    routes.get(
        "/metrics",
        context -> context.contentType(MetricsPage.CONTENT_TYPE).result(metrics.render()));
  }
}
