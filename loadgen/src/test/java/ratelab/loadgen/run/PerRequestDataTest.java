package ratelab.loadgen.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import ratelab.loadgen.server.LoopbackServer;

/** Requests that differ from each other, as the server sees them. */
@Timeout(60)
final class PerRequestDataTest {
  private final CommandLine loadgen = new CommandLine();
  private final Queue<String> bodies = new ConcurrentLinkedQueue<>();
  @TempDir private Path directory;
  private LoopbackServer server;

  @BeforeEach
  void start() throws IOException {
    server =
        new LoopbackServer(
            exchange -> {
              bodies.add(exchange.body());
              exchange.answer("200 OK", "");
            });
  }

  @AfterEach
  void stop() throws IOException {
    server.close();
  }

  @Test
  void urls_of_a_file_are_asked_for_in_turn() throws Exception {
    Path urls =
        Files.writeString(
            directory.resolve("urls"), server.url("/a") + "\n\n" + server.url("/b") + "\n");

    loadgen.run("--urls", urls.toString(), "-n", "5", "-c", "1");

    assertThat(server.heads().stream().map(head -> head.split(" ", 3)[1]))
        .containsExactly("/a", "/b", "/a", "/b", "/a");
  }

  @Test
  void templates_are_filled_in_for_each_request_anew() throws Exception {
    Path users = Files.writeString(directory.resolve("users"), "id,name\n7,Ann\n8,\"B, C\"\n");

    loadgen.run(
        "--template",
        "--csv",
        users.toString(),
        "-H",
        "X-Uuid: {{uuid}}",
        "-m",
        "POST",
        "-d",
        "{{csv:name}} {{random:5:5}}",
        "-n",
        "3",
        "-c",
        "1",
        server.url("/u/{{csv:id}}?n={{sequence}}"));

    assertThat(server.heads().stream().map(head -> head.split(" ", 3)[1]))
        .containsExactly("/u/7?n=1", "/u/8?n=2", "/u/7?n=3");
    assertThat(bodies).containsExactly("Ann 5", "B, C 5", "Ann 5");
    assertThat(
            server.heads().stream()
                .flatMap(String::lines)
                .filter(line -> line.startsWith("X-Uuid: "))
                .distinct())
        .hasSize(3)
        .allMatch(
            line ->
                line.matches("X-Uuid: [0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f-]{16}"));
  }

  @Test
  void without_the_switch_braces_mean_nothing() throws Exception {
    loadgen.run("-m", "POST", "-d", "{{x}}", "-n", "1", "-c", "1", server.url("/"));

    assertThat(bodies).containsExactly("{{x}}");
  }

  @Test
  void a_seed_makes_random_values_the_same_again() throws Exception {
    for (int i = 0; i < 2; i++) {
      loadgen.run(
          "--template", "--seed", "9", "-n", "2", "-c", "1", server.url("/{{random:1:999999}}"));
    }
    assertThat(server.heads().subList(0, 2)).isEqualTo(server.heads().subList(2, 4));
    assertThat(server.heads().get(0)).isNotEqualTo(server.heads().get(1));
  }

  @Test
  void lines_of_a_file_can_be_bodies() throws Exception {
    Path lines = Files.writeString(directory.resolve("bodies"), "{\"a\":1}\n{\"a\":2}\n");

    loadgen.run(
        "--body-lines", lines.toString(), "-m", "PUT", "-n", "3", "-c", "1", server.url("/"));

    assertThat(bodies).containsExactly("{\"a\":1}", "{\"a\":2}", "{\"a\":1}");
  }

  @Test
  void a_form_is_posted_encoded() throws Exception {
    loadgen.run("--form", "a=1 2", "--form", "b=&", "-n", "1", "-c", "1", server.url("/"));

    assertThat(server.heads().getFirst())
        .startsWith("POST / ")
        .contains("Content-Type: application/x-www-form-urlencoded\r\n");
    assertThat(bodies).containsExactly("a=1+2&b=%26");
  }

  @Test
  void a_multipart_form_carries_fields_and_files() throws Exception {
    Path file = Files.writeString(directory.resolve("pic.png"), "not a picture");

    loadgen.run(
        "--multipart", "a=1", "--multipart", "f=@" + file, "-n", "1", "-c", "1", server.url("/"));

    assertThat(server.heads().getFirst())
        .contains("Content-Type: multipart/form-data; boundary=ratelab-loadgen-");
    assertThat(bodies.element())
        .contains("Content-Disposition: form-data; name=\"a\"")
        .contains("Content-Disposition: form-data; name=\"f\"; filename=\"pic.png\"")
        .contains("\r\n\r\nnot a picture\r\n");
  }

  @Test
  void what_has_no_meaning_is_refused_before_the_load() throws Exception {
    assertThat(loadgen.run("--template", server.url("/{{id}}"))).isEqualTo(1);
    assertThat(loadgen.err())
        .startsWith(
            "loadgen: --template: {{id}} has no meaning; use {{sequence}}, {{random:1:100}},"
                + " {{uuid}} or {{csv:COLUMN}}");
    assertThat(server.heads()).isEmpty();
  }
}
