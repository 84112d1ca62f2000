package ratelab.loadgen.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import ratelab.loadgen.server.LoopbackServer;

/** Ways to a service that are not the URL's own. */
@Timeout(60)
final class RoutesTest {
  private final CommandLine loadgen = new CommandLine();

  @ParameterizedTest
  @ValueSource(strings = {"okhttp", "wire"})
  void connections_can_go_elsewhere_while_url_and_host_stay(String engine) throws Exception {
    try (LoopbackServer server = hello()) {
      loadgen.run(
          "--engine",
          engine,
          "--connect-to",
          "shop.test:81:127.0.0.1:" + server.port(),
          "-n",
          "2",
          "-c",
          "1",
          "http://shop.test:81/a");

      assertThat(loadgen.out()).contains("  [200]\t2 responses\n");
      assertThat(server.heads())
          .hasSize(2)
          .allMatch(head -> head.startsWith("GET /a ") && head.contains("Host: shop.test:81\r\n"));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"okhttp", "wire"})
  void ipv6_addresses_stand_in_brackets(String engine) throws Exception {
    ServerSocket listener = new ServerSocket(0, 50, InetAddress.ofLiteral("::1"));
    try (LoopbackServer server =
        new LoopbackServer(listener, exchange -> exchange.answer("200 OK", "Hello"))) {
      loadgen.run("--engine", engine, "-n", "2", "-c", "1", "http://[::1]:" + server.port() + "/");

      assertThat(loadgen.out()).contains("  [200]\t2 responses\n");
      assertThat(server.heads()).allMatch(head -> head.contains("Host: [::1]:"));
    }
  }

  @Test
  void both_of_heys_forms_of_a_proxy_work_and_credentials_are_sent_unasked() throws Exception {
    try (LoopbackServer proxy = hello()) {
      String address = "127.0.0.1:" + proxy.port();
      loadgen.run("-x", address, "-n", "2", "-c", "1", "http://shop.test/a");
      loadgen.run("-x", "http://me:pw@" + address, "-n", "2", "-c", "1", "http://shop.test/b");

      assertThat(proxy.heads()).hasSize(4);
      assertThat(proxy.heads().subList(0, 2))
          .allMatch(head -> head.startsWith("GET http://shop.test/a "))
          .noneMatch(head -> head.contains("Proxy-Authorization"));
      assertThat(proxy.heads().subList(2, 4))
          .allMatch(head -> head.startsWith("GET http://shop.test/b "))
          .allMatch(head -> head.contains("Proxy-Authorization: Basic bWU6cHc=\r\n"));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"okhttp", "wire"})
  void a_unix_socket_carries_requests_of_any_host(String engine, @TempDir Path directory)
      throws Exception {
    Path path = directory.resolve("s");
    try (ServerSocketChannel listener = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
      listener.bind(UnixDomainSocketAddress.of(path));
      Thread.ofVirtual().start(() -> serve(listener));
      loadgen.run(
          "--engine",
          engine,
          "--unix-socket",
          path.toString(),
          "-n",
          "3",
          "-c",
          "1",
          "http://docker.test/version");
    }
    assertThat(loadgen.out()).contains("  [200]\t3 responses\n");
  }

  private static void serve(ServerSocketChannel listener) {
    try (SocketChannel connection = listener.accept()) {
      ByteBuffer head = ByteBuffer.allocate(8192);
      while (connection.read(head) >= 0) {
        String text = new String(head.array(), 0, head.position(), StandardCharsets.US_ASCII);
        if (text.startsWith("GET /version ")
            && text.contains("Host: docker.test\r\n")
            && text.endsWith("\r\n\r\n")) {
          head.clear();
          connection.write(
              ByteBuffer.wrap(
                  "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nhi"
                      .getBytes(StandardCharsets.US_ASCII)));
        }
      }
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"okhttp", "wire"})
  void a_connection_that_is_not_accepted_in_time_is_its_own_kind_of_error(String engine)
      throws Exception {
    List<Socket> occupants = new ArrayList<>();
    try (ServerSocket listener = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      for (int i = 0; i < 4; i++) {
        occupants.add(occupy(listener));
      }
      loadgen.run(
          "--engine",
          engine,
          "--connect-timeout",
          "300ms",
          "-n",
          "1",
          "-c",
          "1",
          "http://127.0.0.1:" + listener.getLocalPort() + "/");
    } finally {
      for (Socket occupant : occupants) {
        occupant.close();
      }
    }
    assertThat(loadgen.out()).contains("[1]\ttimeout-connect: no connection within 300 ms\n");
  }

  /** Fills the queue of connections that nobody accepts; beyond it the kernel does not answer. */
  private static Socket occupy(ServerSocket listener) throws IOException {
    Socket socket = new Socket();
    try {
      socket.connect(listener.getLocalSocketAddress(), 100);
    } catch (SocketTimeoutException e) {
      // The queue is full.
    }
    return socket;
  }

  private static LoopbackServer hello() throws IOException {
    return new LoopbackServer(exchange -> exchange.answer("200 OK", "Hello"));
  }
}
