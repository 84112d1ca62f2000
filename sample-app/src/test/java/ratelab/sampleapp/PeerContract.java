package ratelab.sampleapp;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The contract on a peer in another language, which runs in a process of its own. */
abstract class PeerContract extends AppContract {

  /** What starts the peer, without flags. */
  abstract List<String> command();

  @Override
  final OwnProcess start(Path log, List<String> args) {
    return OwnProcess.start(log, command(), args);
  }

  @Override
  final Outcome run(List<String> args) {
    return OwnProcess.run(dir, command(), args);
  }

  /** Most peers read a request when they begin its work: its order is that of the connections. */
  @Override
  void awaitRead(RunningApp app, int requests) {}

  @Test
  void sigterm_ends_it_within_a_second_in_the_middle_of_its_work() {
    RunningApp app = start("--sleep", "3s");
    List<RawRequest> requests = List.of(app.send("1"), app.send("2"));
    Await.until(
        "spawned sleep",
        () -> ProcessHandle.of(app.pid()).orElseThrow().children().toList(),
        seen -> !seen.isEmpty());
    long askedNanos = System.nanoTime();

    app.close();

    assertThat(System.nanoTime() - askedNanos).isLessThan(1_000_000_000L);
    assertThat(requests).allSatisfy(request -> assertThat(request.wasAnswered()).isFalse());
    assertThat(((OwnProcess) app).complaints()).isEmpty();
  }
}
