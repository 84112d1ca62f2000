package ratelab.experiments.lab;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import ratelab.experiments.lab.Await.Look.NotYet;
import ratelab.experiments.lab.Await.Look.Seen;
import ratelab.experiments.lab.ConnectionTable.HalfClosed;

class ConnectionTableTest {
  /** Captured from Linux 6.1: a listener, a connection in use, and two that their clients left. */
  private static final String TABLE =
      """
        sl  local_address rem_address   st tx_queue rx_queue tr tm->when retrnsmt   uid  timeout inode
         0: 0100007F:0BB8 00000000:0000 0A 00000000:00000002 00:00000000 00000000     0        0 181932 1 0000000000000000 100 0 0 10 0
         1: 0100007F:0BB8 0100007F:9C4E 01 00000000:00000000 00:00000000 00000000     0        0 183001 1 0000000000000000 20 4 31 10 -1
         2: 0100007F:0BB8 0100007F:9C50 08 00000000:00000001 00:00000000 00000000     0        0 183002 1 0000000000000000 20 4 0 10 -1
         3: 0100007F:0BB8 0100007F:9C5A 08 00000000:00000060 00:00000000 00000000     0        0 0 1 0000000000000000 20 4 0 10 -1
      """;

  @Test
  void it_has_the_connections_that_their_clients_have_closed() {
    assertThat(ConnectionTable.halfClosed(TABLE))
        .containsExactly(
            new HalfClosed(183002, 3000, 40016, 1), new HalfClosed(0, 3000, 40026, 96));
  }

  @Test
  void the_clients_end_alone_is_no_unread_data() {
    assertThat(ConnectionTable.halfClosed(TABLE).map(HalfClosed::hasUnreadData))
        .containsExactly(false, true);
  }

  @Test
  void it_sees_a_client_of_this_machine_leave() throws IOException {
    ConnectionTable table = new ConnectionTable(ProcessHandle.current().pid());
    try (ServerSocket server = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
      Socket reads = new Socket(server.getInetAddress(), server.getLocalPort());
      Socket left = new Socket(server.getInetAddress(), server.getLocalPort());
      left.getOutputStream().write(new byte[10]);
      left.close();

      List<HalfClosed> seen =
          Await.until(
              "a connection without its client",
              Duration.ofSeconds(10),
              () -> {
                List<HalfClosed> now = table.halfClosed(server.getLocalPort());
                return now.isEmpty() ? new NotYet<>("none") : new Seen<>(now);
              });

      assertThat(seen)
          .singleElement()
          .extracting(HalfClosed::hasUnreadData, HalfClosed::localPort)
          .containsExactly(true, server.getLocalPort());
      reads.close();
    }
  }
}
