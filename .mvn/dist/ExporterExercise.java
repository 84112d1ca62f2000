import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Serves the example configuration: scrapes of each kind, and the page with what it refers to. */
final class ExporterExercise implements Exercise {
  private static final int SCRAPES = 30;
  private static final Pattern URL = Pattern.compile("https?://[^\\s/]+:(\\d+)/\\S*");
  private static final Pattern OWN_PATH = Pattern.compile("[\"'`](/[\\w./-]*)[\"'`]");
  private static final String OPENMETRICS =
      "application/openmetrics-text;version=1.0.0,text/plain;version=0.0.4;q=0.5,*/*;q=0.1";

  private final HttpClient client = HttpClient.newHttpClient();

  @Override
  public void train(Launcher launcher) throws IOException {
    Launcher.Started exporter = start(launcher);
    URI metrics = metrics(exporter);
    for (int i = 0; i < SCRAPES; i++) {
      get(metrics, OPENMETRICS, "gzip");
      get(metrics, "text/plain", "identity");
    }
    String page = get(metrics.resolve("/"), "text/html", "identity").body();
    for (String path : pathsIn(page)) get(metrics.resolve(path), "*/*", "gzip");
    exporter.process().destroy();
    // The JVM writes its cache when it ends.
    exporter.await(120_000);
  }

  @Override
  public void check(Launcher launcher) throws IOException {
    String version = launcher.output("-version");
    Exercise.require(version.contains("version"), "-version prints " + version);
    Launcher.Started exporter = start(launcher);
    String scrape = get(metrics(exporter), "text/plain", "identity").body();
    Exercise.require(
        scrape.contains("namedprocess_namegroup_num_procs{groupname=\""),
        "a scrape has no group:\n" + scrape);
    exporter.process().destroy();
    int status = exporter.await(1_000);
    Exercise.require(status == 0, "after SIGTERM it ended with " + status);
  }

  private Launcher.Started start(Launcher launcher) throws IOException {
    Path example = launcher.script().resolveSibling("../ratelab-exporter.yaml");
    return launcher.start("-config.path", example.toString(), "-web.listen-address", "127.0.0.1:0");
  }

  private static URI metrics(Launcher.Started exporter) throws IOException {
    String line = exporter.line();
    Matcher url = URL.matcher(line);
    Exercise.require(url.find(), "expected the URL that it listens on, found: " + line);
    return URI.create(url.group());
  }

  private static Set<String> pathsIn(String page) {
    Set<String> paths = new TreeSet<>();
    Matcher path = OWN_PATH.matcher(page);
    while (path.find()) paths.add(path.group(1));
    return paths;
  }

  private HttpResponse<String> get(URI uri, String accept, String encoding) throws IOException {
    HttpRequest request =
        HttpRequest.newBuilder(uri)
            .header("Accept", accept)
            .header("Accept-Encoding", encoding)
            .build();
    try {
      return client.send(request, HttpResponse.BodyHandlers.ofString());
    } catch (InterruptedException e) {
      throw new IOException("interrupted", e);
    }
  }
}
