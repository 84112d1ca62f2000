package ratelab.sampleapp;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import tools.jackson.databind.json.JsonMapper;

/** The contract on Node's own http. */
class NodePeerTest extends PeerContract {

  @BeforeAll
  static void node_is_here() {
    Tool.need("node", Tool.isOnThePath("node"), "install Node.js 18 or newer to test peers/node");
  }

  @Override
  String name() {
    return "ratelab-peer-node";
  }

  @Override
  List<String> command() {
    return List.of("node", "peers/node/server.js");
  }

  @Override
  Map<String, Object> runtimeInHeader() {
    Outcome versions =
        OwnProcess.run(dir, List.of("node", "-p", "JSON.stringify(process.versions)"), List.of());
    var json = new JsonMapper().readTree(versions.out());
    return Map.of(
        "runtime", "Node " + json.get("node").asString(), "uv", json.get("uv").asString());
  }
}
