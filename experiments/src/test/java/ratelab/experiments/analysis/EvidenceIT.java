package ratelab.experiments.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import ratelab.experiments.RequiredTools;
import ratelab.experiments.analysis.Evidence.Kind;
import ratelab.experiments.lab.Apps;
import ratelab.experiments.lab.Apps.App;
import ratelab.experiments.lab.LabListener;
import ratelab.experiments.lab.LocalLabOptions;
import ratelab.experiments.lab.PrometheusChoice;
import ratelab.experiments.lab.service.ThisMachine;
import ratelab.experiments.recording.Recording;
import ratelab.experiments.recording.RecordingReader;
import ratelab.experiments.recording.RecordingWriter;
import ratelab.experiments.scenario.Cause;
import ratelab.experiments.scenario.ScenarioReader;

/**
 * The evidences for requests worked off for nobody, held against each other: the sample app as if
 * it were one's own service, whose handler log is its access log.
 */
class EvidenceIT {
  @TempDir private Path directory;

  @Test
  void they_agree_on_a_target_that_reads_requests_at_once() throws IOException {
    checkThatTheyAgree(
        record(Apps.ofThisProcess().command(App.SAMPLE_APP, List.of("--concurrency", "single"))));
  }

  @Test
  void they_agree_on_a_target_that_reads_a_request_when_its_turn_comes() throws IOException {
    RequiredTools.locate("node", "nodejs");
    Path peer = Path.of("../sample-app/peers/node/server.js").toAbsolutePath().normalize();

    Recording recording = record(List.of("node", peer.toString(), "--concurrency", "single"));

    checkThatTheyAgree(recording);
    assertThat(recording.abandoned().orElseThrow()).anyMatch(each -> each.unread());
  }

  private void checkThatTheyAgree(Recording recording) {
    List<Evidence> found = Evidences.of(recording, Signal.of(recording));

    assertThat(found)
        .extracting(Evidence::kind)
        .containsExactly(Kind.JOINED, Kind.COUNTED, Kind.ABANDONED, Kind.CPU);
    long joined = found.get(0).forNobody();
    assertThat(joined).isGreaterThan(15);
    assertThat(found.get(1).forNobody()).isCloseTo(joined, within(1L));
    // A client that goes while its request is being worked on may be overlooked.
    assertThat(found.get(2).forNobody()).isCloseTo(joined, within(2 + joined / 6));
    // CPU tells of the time after the load alone, and a handler costs more than its burn.
    long after = Requests.afterTheLoad(recording);
    assertThat(found.get(3).forNobody()).isCloseTo(after, within(3 + after / 3));
    Analysis analysis = Analyst.analyse(recording);
    assertThat(analysis.cause()).isEqualTo(Cause.BACKLOG);
    assertThat(analysis.verdicts()).allSatisfy(v -> assertThat(v.status()).isEqualTo(Status.PASS));
    assertThat(analysis.workedOff().evidence())
        .isEqualTo(
            "each request of the target's access log joined with the load's record by"
                + " X-Ratelab-Id");
  }

  private Recording record(List<String> app) throws IOException {
    int port = freePort();
    Path log = directory.resolve("handlers.jsonl");
    List<String> flags =
        List.of(
            "--work",
            "sleep",
            "--sleep",
            "60ms",
            "--cpu",
            "40ms",
            "--port",
            "" + port,
            "--log",
            log.toString());
    String words =
        String.join(
            ", ",
            java.util.stream.Stream.concat(app.stream(), flags.stream())
                .map(word -> '"' + word + '"')
                .toList());
    Path run = directory.resolve("run");
    Recording recording =
        new ThisMachine(new LocalLabOptions(run, new PrometheusChoice.None(), false))
            .record(
                ScenarioReader.read(backlog(words, port, log), "mine.yaml", "mine").scenario(),
                LabListener.SILENT);
    RecordingWriter.write(recording, run);
    assertThat(RecordingReader.read(run)).isEqualTo(recording);
    return recording;
  }

  private static String backlog(String words, int port, Path log) {
    return """
    format: 1
    about: Eight clients that give up before their turn comes
    target:
      command: [%s]
      url: "http://127.0.0.1:%d/"
      access-log:
        file: "%s"
        pattern: '"id":"(?<id>[^"]*)","remotePort":(?<port>\\d+),.*"endMillis":(?<time>[\\d.]+)'
    load: {workers: 8, duration: 2s, timeout: 500ms}
    scrape: {interval: 250ms}
    windows: [1s]
    idle: 2s
    expect:
      - cause: backlog
      - worked-off-for-nobody: {at-least: 40%%}
    """
        .formatted(words, port, log);
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }
}
