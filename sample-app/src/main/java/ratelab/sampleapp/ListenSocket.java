package ratelab.sampleapp;

import java.io.IOException;
import java.net.BindException;
import java.net.InetSocketAddress;
import java.nio.channels.ServerSocketChannel;

/** Opens the socket to listen on, before there is a server that could only log that it cannot. */
final class ListenSocket {
  // Connections of clients that gave up stay open until they are worked off; later ones must not
  // be refused meanwhile. The kernel caps it at net.core.somaxconn.
  private static final int BACKLOG = 1024;

  private ListenSocket() {}

  /**
   * Binds a socket; from here on the kernel accepts connections.
   *
   * @param port 0 takes a free one
   * @throws StartException if the address is in use, unknown or forbidden
   */
  static ServerSocketChannel open(String host, int port) {
    var address = new InetSocketAddress(host, port);
    if (address.isUnresolved()) {
      throw new StartException(
          "unknown host " + host + ": name an address of this machine with --host");
    }
    try {
      var socket = ServerSocketChannel.open();
      try {
        return socket.bind(address, BACKLOG);
      } catch (IOException failure) {
        socket.close();
        throw failure;
      }
    } catch (IOException failure) {
      throw new StartException(explain(failure, host, port), failure);
    }
  }

  private static String explain(IOException failure, String host, int port) {
    if (failure instanceof BindException
        && String.valueOf(failure.getMessage()).contains("in use")) {
      return "port %d on %s is in use: choose another with --port, or --port 0"
          .formatted(port, host);
    }
    return "cannot listen on %s:%d (%s): choose another address with --host and --port"
        .formatted(host, port, failure.getMessage());
  }
}
