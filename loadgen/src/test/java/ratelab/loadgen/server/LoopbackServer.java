package ratelab.loadgen.server;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A server whose behaviour each test writes itself, request by request, on real sockets. */
public final class LoopbackServer implements AutoCloseable {
  private static final Pattern CONTENT_LENGTH =
      Pattern.compile("(?im)^Content-Length: *(\\d+)\r?$");

  /** What happens to a request; one that does nothing never answers. */
  @FunctionalInterface
  public interface Behaviour {
    void serve(Exchange exchange) throws IOException;

    /** Called when the head is there and the body has not been read. */
    default void headRead(Exchange exchange) throws IOException {}
  }

  private final ServerSocket listener;
  private final Behaviour behaviour;
  private final Queue<Socket> connections = new ConcurrentLinkedQueue<>();
  private final Queue<String> heads = new ConcurrentLinkedQueue<>();
  private final BlockingQueue<Integer> leftPorts = new LinkedBlockingQueue<>();
  private final AtomicLong requests = new AtomicLong();

  /** Listens on a free port of the loopback interface. */
  public LoopbackServer(Behaviour behaviour) throws IOException {
    this(new ServerSocket(0, 1_000, InetAddress.getLoopbackAddress()), behaviour);
  }

  /** Listens where the socket does, TLS perhaps included. */
  public LoopbackServer(ServerSocket listener, Behaviour behaviour) {
    this.behaviour = behaviour;
    this.listener = listener;
    Thread.ofVirtual().start(this::accept);
  }

  public int port() {
    return listener.getLocalPort();
  }

  /** The server's address with a path. */
  public String url(String path) {
    return "http://"
        + listener.getInetAddress().getHostAddress()
        + ":"
        + listener.getLocalPort()
        + path;
  }

  /** Connections accepted so far. */
  public int connections() {
    return connections.size();
  }

  /** Heads of the requests read so far, in order of arrival. */
  public List<String> heads() {
    return List.copyOf(heads);
  }

  /** Client ports of the connections that the client ended, as they end. */
  public BlockingQueue<Integer> leftPorts() {
    return leftPorts;
  }

  private void accept() {
    try {
      while (true) {
        Socket connection = listener.accept();
        connections.add(connection);
        Thread.ofVirtual().start(() -> serve(connection));
      }
    } catch (IOException e) {
      // The test is over and has closed the listener.
    }
  }

  private void serve(Socket connection) {
    try (connection) {
      String head = readHead(connection.getInputStream());
      while (!head.isEmpty()) {
        long number = requests.incrementAndGet();
        heads.add(head);
        behaviour.headRead(new Exchange(number, head, "", connection));
        String body = readBody(head, connection.getInputStream());
        behaviour.serve(new Exchange(number, head, body, connection));
        head = readHead(connection.getInputStream());
      }
      leftPorts.add(connection.getPort());
    } catch (ClientLeftException e) {
      leftPorts.add(connection.getPort());
    } catch (IOException e) {
      // Either side has broken the connection, as many tests intend.
    }
  }

  /** Empty at the end of the stream. */
  private static String readHead(InputStream in) throws IOException {
    StringBuilder head = new StringBuilder();
    while (head.indexOf("\r\n\r\n") < 0) {
      int next = in.read();
      if (next < 0) {
        return "";
      }
      head.append((char) next);
    }
    return head.toString();
  }

  private static String readBody(String head, InputStream in) throws IOException {
    Matcher length = CONTENT_LENGTH.matcher(head);
    return length.find()
        ? new String(in.readNBytes(Integer.parseInt(length.group(1))), StandardCharsets.UTF_8)
        : "";
  }

  @Override
  public void close() throws IOException {
    listener.close();
    for (Socket connection : connections) {
      connection.close();
    }
  }
}
