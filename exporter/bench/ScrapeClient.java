import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;
import java.util.zip.GZIPInputStream;

/** Scrapes as Prometheus 2.42 does: one kept connection, its Accept header, gzip. */
final class ScrapeClient implements AutoCloseable {
  private static final int CONNECT_MILLIS = 1_000;
  private static final int ANSWER_MILLIS = 60_000;
  private static final String REQUEST =
      """
      GET /metrics HTTP/1.1\r
      Host: 127.0.0.1:%d\r
      User-Agent: Prometheus/2.42.0\r
      Accept: application/openmetrics-text;version=1.0.0,application/openmetrics-text;version=0.0.1;q=0.75,text/plain;version=0.0.4;q=0.5,*/*;q=0.1\r
      Accept-Encoding: gzip\r
      X-Prometheus-Scrape-Timeout-Seconds: 10\r
      \r
      """;

  private final int port;
  private final byte[] request;
  private Socket socket;
  private InputStream in;

  /** An answer as it came, and how long it took from the request to its last byte. */
  record Scrape(byte[] body, boolean gzip, Duration latency) {
    String text() throws IOException {
      if (!gzip) return new String(body, StandardCharsets.UTF_8);
      try (InputStream plain = new GZIPInputStream(new ByteArrayInputStream(body))) {
        return new String(plain.readAllBytes(), StandardCharsets.UTF_8);
      }
    }
  }

  ScrapeClient(int port) throws IOException {
    this.port = port;
    request = REQUEST.formatted(port).getBytes(StandardCharsets.US_ASCII);
    connect();
  }

  private void connect() throws IOException {
    socket = new Socket();
    socket.setTcpNoDelay(true);
    socket.setSoTimeout(ANSWER_MILLIS);
    socket.connect(new InetSocketAddress("127.0.0.1", port), CONNECT_MILLIS);
    in = new BufferedInputStream(socket.getInputStream(), 1 << 16);
  }

  /**
   * One scrape, on a new connection if the exporter has closed the old one meanwhile.
   *
   * @throws IOException on any answer but 200
   */
  Scrape scrape() throws IOException {
    try {
      return exchange();
    } catch (EOFException | SocketException e) {
      close();
      connect();
      return exchange();
    }
  }

  private Scrape exchange() throws IOException {
    long start = System.nanoTime();
    socket.getOutputStream().write(request);
    String status = line();
    if (!status.startsWith("HTTP/1.1 200 ")) throw new IOException("answered " + status);
    long length = -1;
    boolean gzip = false;
    for (String header = line(); !header.isEmpty(); header = line()) {
      String lower = header.toLowerCase(Locale.ROOT);
      if (lower.startsWith("content-length:")) length = Long.parseLong(lower.substring(15).strip());
      if (lower.startsWith("content-encoding:")) gzip = lower.endsWith("gzip");
    }
    byte[] body = length >= 0 ? in.readNBytes((int) length) : chunks();
    return new Scrape(body, gzip, Duration.ofNanos(System.nanoTime() - start));
  }

  private byte[] chunks() throws IOException {
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    for (int size = chunkSize(); size > 0; size = chunkSize()) {
      body.write(in.readNBytes(size));
      line();
    }
    line();
    return body.toByteArray();
  }

  private int chunkSize() throws IOException {
    return Integer.parseInt(line().split(";", 2)[0].strip(), 16);
  }

  private String line() throws IOException {
    StringBuilder line = new StringBuilder();
    for (int c = in.read(); c != '\n'; c = in.read()) {
      if (c < 0) throw new EOFException("the exporter closed the connection");
      if (c != '\r') line.append((char) c);
    }
    return line.toString();
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
