package ratelab.exporter.differential;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import ratelab.exporter.Await;
import ratelab.exporter.ShowsDifference;
import ratelab.exporter.differential.Configuration.Place;

/** Listed differences that a comparison of series cannot show: answers, signals and crashes. */
@Timeout(60)
class WireDifferencesIT {
  private static final int EXIT_OF_A_PANIC = 2;
  private static final int EXIT_OF_SIGHUP = 128 + 1;

  private final HttpClient client = HttpClient.newHttpClient();
  private Zoo zoo;

  @BeforeEach
  void open(@TempDir Path directory) throws Exception {
    zoo = Zoo.orSkip(directory);
  }

  @AfterEach
  void close() throws IOException {
    client.close();
    if (zoo != null) zoo.close();
  }

  @Test
  @ShowsDifference("unknown-path-404")
  void unknown_paths_are_not_found() throws Exception {
    try (Pair pair = start("packaged.yaml")) {
      assertThat(pair.reference().get("/nope").statusCode()).isEqualTo(200);
      assertThat(pair.ours().get("/nope").statusCode()).isEqualTo(404);
    }
  }

  @Test
  @ShowsDifference("no-pprof")
  void profiles_are_not_served() throws Exception {
    try (Pair pair = start("packaged.yaml")) {
      assertThat(pair.reference().get("/debug/pprof/").body()).contains("goroutine");
      assertThat(pair.ours().get("/debug/pprof/").statusCode()).isEqualTo(404);
    }
  }

  @Test
  @ShowsDifference("no-protobuf")
  void the_protobuf_format_is_not_offered() throws Exception {
    String protobuf =
        "application/vnd.google.protobuf;proto=io.prometheus.client.MetricFamily;encoding=delimited";
    try (Pair pair = start("packaged.yaml")) {
      assertThat(type(pair.reference(), protobuf)).contains("protobuf");
      assertThat(type(pair.ours(), protobuf)).startsWith("text/plain");
    }
  }

  @Test
  @ShowsDifference("sighup-reloads")
  void a_hangup_reloads_the_configuration() throws Exception {
    zoo.animal("sleeper", "sleeper");
    try (Pair pair = start("packaged.yaml")) {
      Files.writeString(
          zoo.directory().resolve("packaged.yaml"),
          "process_names: [{name: reloaded, comm: [sleeper]}]");
      zoo.signal(pair.ours().pid(), "HUP");
      Await.until("the new group", () -> group(pair.ours(), "reloaded"));
      assertThat(zoo.end(pair.reference().pid(), "HUP")).isEqualTo(EXIT_OF_SIGHUP);
    }
  }

  @Test
  @ShowsDifference("names-that-are-no-text")
  void a_command_name_that_is_no_text_is_shown_and_does_not_end_the_exporter() throws Exception {
    try (Pair pair = start("packaged.yaml")) {
      zoo.unspeakable("unspeakable");
      assertThat(group(pair.ours(), "caf\ufffd")).isPresent();
      assertCrash(pair.reference());
    }
  }

  @Test
  void so_is_the_name_of_a_thread() throws Exception {
    Animal herd = zoo.herd("herd", "one", "two");
    herd.tell("spoil two");
    try (Pair pair = start("packaged.yaml")) {
      assertThat(pair.ours().scrape().samples().keySet())
          .anyMatch(series -> series.label("threadname").equals("caf\ufffd"));
      assertCrash(pair.reference());
    }
  }

  private void assertCrash(Observer reference) throws IOException {
    assertThatThrownBy(reference::scrape).isInstanceOf(IOException.class);
    assertThat(zoo.end(reference.pid(), "0")).isEqualTo(EXIT_OF_A_PANIC);
  }

  private Pair start(String file) throws IOException {
    Configuration configuration = new Configuration(file, file, Place.INSIDE, List.of());
    Pair pair = Pair.start(configuration, Program.reference(), Program.ours(), zoo, client);
    pair.awaitReady();
    return pair;
  }

  private static String type(Observer observer, String accepted) throws IOException {
    return observer
        .get("/metrics", "Accept", accepted)
        .headers()
        .firstValue("Content-Type")
        .orElse("");
  }

  private static Optional<String> group(Observer observer, String name) {
    try {
      return observer.scrape().samples().keySet().stream()
          .map(Series::group)
          .filter(name::equals)
          .findFirst();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
