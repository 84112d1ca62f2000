package ratelab.sampleapp;

import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import tools.jackson.databind.json.JsonMapper;

/** The contract on Node; skipped where there is none, unless RATELAB_REQUIRE names it. */
class NodePeerTest extends AppContract {
  private static final List<String> COMMAND = List.of("node", "peers/node/server.js");

  @BeforeAll
  static void node_is_on_the_path() {
    boolean found =
        Pattern.compile(File.pathSeparator)
            .splitAsStream(Objects.requireNonNullElse(System.getenv("PATH"), ""))
            .anyMatch(folder -> Files.isExecutable(Path.of(folder, "node")));
    String reason = "no `node` on the PATH: install Node.js 18 or newer to test peers/node";
    if (!found && isRequired()) {
      fail(reason + " (RATELAB_REQUIRE names it)");
    }
    assumeTrue(found, reason);
  }

  @Override
  String name() {
    return "ratelab-peer-node";
  }

  @Override
  RunningApp start(Path log, List<String> args) {
    return OwnProcess.start(log, COMMAND, args);
  }

  @Override
  Outcome run(List<String> args) {
    return OwnProcess.run(dir, COMMAND, args);
  }

  @Override
  Map<String, Object> runtimeInHeader() {
    Outcome versions =
        OwnProcess.run(dir, List.of("node", "-p", "JSON.stringify(process.versions)"), List.of());
    var json = new JsonMapper().readTree(versions.out());
    return Map.of(
        "runtime", "Node " + json.get("node").asString(), "uv", json.get("uv").asString());
  }

  /** Node reads a request when it begins its work: its order is that of the connections. */
  @Override
  void awaitRead(RunningApp app, int requests) {}

  private static boolean isRequired() {
    String required = System.getenv("RATELAB_REQUIRE");
    return required != null && List.of(required.split(",")).contains("node");
  }
}
