package ratelab.loadgen.engine;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketAddress;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javax.net.SocketFactory;
import okhttp3.Dns;
import ratelab.loadgen.request.Access;
import ratelab.loadgen.request.ConnectTo;

/** Connects elsewhere than the URL says: {@code --connect-to} and {@code --unix-socket}. */
final class Routes {
  private Routes() {}

  /** Where sockets come from; empty where they connect as the URL says. */
  static Optional<SocketFactory> sockets(Access access) {
    Optional<Path> unixSocket = access.unixSocket();
    if (unixSocket.isPresent()) {
      return Optional.of(new Sockets(() -> new UnixSocket(unixSocket.get())));
    }
    return access.connectTo().isEmpty()
        ? Optional.empty()
        : Optional.of(new Sockets(() -> new ReroutedSocket(access.connectTo())));
  }

  /** Names of hosts that are never connected to need no address; the socket finds the real one. */
  static Dns names(Access access) {
    return host ->
        access.unixSocket().isPresent()
                || access.connectTo().stream().anyMatch(to -> to.concerns(host, to.port()))
            ? List.of(InetAddress.getByAddress(host, new byte[] {127, 0, 0, 1}))
            : Dns.SYSTEM.lookup(host);
  }

  private interface Maker {
    Socket make();
  }

  /** OkHttp asks for sockets that are not connected yet, and for no others. */
  private static final class Sockets extends SocketFactory {
    private final Maker maker;

    Sockets(Maker maker) {
      this.maker = maker;
    }

    @Override
    public Socket createSocket() {
      return maker.make();
    }

    @Override
    public Socket createSocket(String host, int port) throws IOException {
      return connected(new InetSocketAddress(host, port));
    }

    @Override
    public Socket createSocket(String host, int port, InetAddress from, int fromPort)
        throws IOException {
      return createSocket(host, port);
    }

    @Override
    public Socket createSocket(InetAddress host, int port) throws IOException {
      return connected(new InetSocketAddress(host, port));
    }

    @Override
    public Socket createSocket(InetAddress host, int port, InetAddress from, int fromPort)
        throws IOException {
      return createSocket(host, port);
    }

    private Socket connected(InetSocketAddress address) throws IOException {
      Socket socket = maker.make();
      socket.connect(address);
      return socket;
    }
  }

  private static final class ReroutedSocket extends Socket {
    private final List<ConnectTo> routes;

    ReroutedSocket(List<ConnectTo> routes) {
      this.routes = routes;
    }

    @Override
    public void connect(SocketAddress endpoint, int timeout) throws IOException {
      InetSocketAddress address = (InetSocketAddress) endpoint;
      for (ConnectTo route : routes) {
        if (route.concerns(address.getHostString(), address.getPort())) {
          super.connect(rerouted(route, address), timeout);
          return;
        }
      }
      super.connect(real(address), timeout);
    }

    private static InetSocketAddress rerouted(ConnectTo route, InetSocketAddress address)
        throws UnknownHostException {
      int port = route.toPort() == 0 ? address.getPort() : route.toPort();
      String host = route.toHost().isEmpty() ? address.getHostString() : route.toHost();
      return new InetSocketAddress(InetAddress.getByName(host), port);
    }

    /** Another port of the host has a rule, this one has none. */
    private static InetSocketAddress real(InetSocketAddress address) throws UnknownHostException {
      return new InetSocketAddress(
          InetAddress.getByName(address.getHostString()), address.getPort());
    }
  }
}
