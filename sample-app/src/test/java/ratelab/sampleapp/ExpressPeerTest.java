package ratelab.sampleapp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The contract on Express, the one that Debian has or any other that Node finds. */
class ExpressPeerTest extends NodePeerTest {
  private static final String NODE_PATH =
      Objects.requireNonNullElse(System.getenv("NODE_PATH"), "") + ":/usr/share/nodejs";
  private static final String VERSION = "require('express/package.json').version";

  @BeforeAll
  static void express_is_here(@TempDir Path dir) {
    Tool.need(
        "express",
        node(dir, NODE_PATH, VERSION).status() == 0,
        "install it (Debian: apt install node-express) to test peers/express");
  }

  @Override
  String name() {
    return "ratelab-peer-express";
  }

  @Override
  List<String> command() {
    return List.of("env", "NODE_PATH=" + NODE_PATH, "node", "peers/express/server.js");
  }

  @Override
  Map<String, Object> runtimeInHeader() {
    var header = new TreeMap<>(super.runtimeInHeader());
    header.put("express", node(dir, NODE_PATH, VERSION).out().strip());
    return header;
  }

  @Test
  void without_express_it_says_where_to_get_it() {
    assumeFalse(
        node(dir, "", VERSION).status() == 0, "this Node finds its Express without NODE_PATH");

    assertThat(
            OwnProcess.run(
                dir, List.of("env", "NODE_PATH=", "node", "peers/express/server.js"), List.of()))
        .isEqualTo(
            new Outcome(
                1,
                "",
                "ratelab-peer-express: there is no Express: install it with `npm install express`,"
                    + " or on Debian with `apt install node-express` and"
                    + " NODE_PATH=/usr/share/nodejs in the environment\n"));
  }

  private static Outcome node(Path dir, String nodePath, String expression) {
    assertThat(Files.isDirectory(dir)).isTrue();
    return OwnProcess.run(
        dir, List.of("env", "NODE_PATH=" + nodePath, "node", "-p", expression), List.of());
  }
}
