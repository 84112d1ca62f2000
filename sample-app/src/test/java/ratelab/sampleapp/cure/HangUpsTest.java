package ratelab.sampleapp.cure;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(20)
class HangUpsTest {
  private final HangUps hangUps = new HangUps();
  private SocketChannel client;
  private SocketChannel server;

  @BeforeEach
  void connect() throws IOException {
    try (var listener = ServerSocketChannel.open()) {
      listener.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
      client = SocketChannel.open(listener.getLocalAddress());
      server = listener.accept();
      server.configureBlocking(false);
    }
  }

  @AfterEach
  void disconnect() throws IOException {
    client.close();
    server.close();
    hangUps.close();
  }

  @Test
  void a_client_that_waits_has_not_hung_up() {
    assertThat(hangUps.hasHungUp(server)).isFalse();
    assertThat(hangUps.hasHungUp(server)).isFalse();
  }

  @Test
  void a_client_that_has_closed_its_connection_has_hung_up() throws IOException {
    client.close();

    awaitHungUp();
  }

  @Test
  void a_client_that_has_reset_its_connection_has_hung_up() throws IOException {
    client.setOption(StandardSocketOptions.SO_LINGER, 0);
    client.close();

    awaitHungUp();
  }

  @Test
  void a_connection_that_the_server_has_closed_has_nobody_at_its_end() throws IOException {
    server.close();

    assertThat(hangUps.hasHungUp(server)).isTrue();
  }

  @Test
  void a_client_that_has_sent_more_has_not_hung_up_and_its_bytes_stay() throws IOException {
    client.write(ByteBuffer.wrap("more".getBytes(StandardCharsets.US_ASCII)));
    var socket = server.socket();
    while (socket.getInputStream().available() < 4) {
      Thread.onSpinWait();
    }

    assertThat(hangUps.hasHungUp(server)).isFalse();

    ByteBuffer bytes = ByteBuffer.allocate(10);
    assertThat(server.read(bytes)).isEqualTo(4);
  }

  /** The end travels, if only over loopback. */
  private void awaitHungUp() {
    while (!hangUps.hasHungUp(server)) {
      Thread.onSpinWait();
    }
  }
}
