import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Loads a server of its own on 127.0.0.1. */
final class LoadgenExercise implements Exercise {
  private static final byte[] ANSWER = "Hello World\n".getBytes(StandardCharsets.US_ASCII);

  private interface Use {
    void of(String url) throws IOException;
  }

  @Override
  public void train(Launcher launcher) throws IOException {
    Path results = Files.createTempDirectory("loadgen-train-");
    try {
      onServer(
          url ->
              launcher.output(
                  "-n",
                  "500",
                  "-c",
                  "10",
                  "--json",
                  results.resolve("result.json").toString(),
                  "--hlog",
                  results.resolve("result.hlog").toString(),
                  url));
    } finally {
      Command.run("rm", "-rf", results.toString());
    }
  }

  @Override
  public void check(Launcher launcher) throws IOException {
    String version = launcher.output("-version");
    Exercise.require(!version.isBlank(), "-version prints nothing");
    onServer(
        url -> {
          String summary = launcher.output("-n", "20", "-c", "2", url);
          Exercise.require(
              summary.contains("[200]\t20 responses"), "unexpected summary:\n" + summary);
          String json = launcher.output("-n", "20", "-c", "2", "-o", "json", url);
          Exercise.require(json.contains("\"answered\""), "unexpected json:\n" + json);
        });
  }

  private static void onServer(Use use) throws IOException {
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), 0), 0);
    ExecutorService handlers = Executors.newCachedThreadPool();
    server.setExecutor(handlers);
    server.createContext(
        "/",
        exchange -> {
          try (exchange) {
            exchange.getResponseHeaders().set("Content-Type", "text/plain; charset=utf-8");
            exchange.sendResponseHeaders(200, ANSWER.length);
            exchange.getResponseBody().write(ANSWER);
          }
        });
    server.start();
    try {
      use.of("http://127.0.0.1:" + server.getAddress().getPort() + "/");
    } finally {
      server.stop(0);
      handlers.shutdown();
    }
  }
}
