package ratelab.experiments.lab;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * The TCP connections of a network namespace, from {@code /proc/PID/net/tcp} and {@code tcp6}
 * (proc(5); the columns are those of the kernel's {@code get_tcp4_sock}).
 *
 * @param pid a process in it
 */
public record ConnectionTable(long pid) {
  private static final int HEX = 16;
  private static final int CLOSE_WAIT = 8;
  private static final int COLUMNS = 10;
  private static final int LOCAL = 1;
  private static final int REMOTE = 2;
  private static final int STATE = 3;
  private static final int QUEUES = 4;
  private static final int INODE = 9;

  /**
   * A connection whose client has closed it, and the server has not (CLOSE-WAIT).
   *
   * @param inode its socket; 0 as long as the server has not accepted it
   * @param localPort the server's port
   * @param remotePort the client's port
   * @param waitingBytes what the server has not read; the client's end counts as one
   */
  public record HalfClosed(long inode, int localPort, int remotePort, long waitingBytes) {
    /** Whether there is more than the client's end to read. */
    public boolean hasUnreadData() {
      return waitingBytes > 1;
    }
  }

  /** Whether this system has such a table, and this user may read it. */
  public boolean isReadable() {
    return Files.isReadable(Path.of("/proc", Long.toString(pid), "net", "tcp"));
  }

  /**
   * The connections to a port that their clients have closed.
   *
   * @throws LabException if the process has ended or its network cannot be looked at
   */
  public List<HalfClosed> halfClosed(int port) {
    return Stream.of("tcp", "tcp6")
        .map(name -> Path.of("/proc", Long.toString(pid), "net", name))
        .filter(Files::exists)
        .flatMap(file -> halfClosed(read(file)))
        .filter(each -> each.localPort() == port)
        .toList();
  }

  /** Parses a table; lines that are no connections are left out. */
  public static Stream<HalfClosed> halfClosed(String table) {
    return table
        .lines()
        .skip(1)
        .map(line -> List.of(line.trim().split("\\s+", -1)))
        .filter(columns -> columns.size() >= COLUMNS)
        .filter(columns -> Integer.parseInt(columns.get(STATE), HEX) == CLOSE_WAIT)
        .map(ConnectionTable::halfClosed);
  }

  private static HalfClosed halfClosed(List<String> columns) {
    String queues = columns.get(QUEUES);
    return new HalfClosed(
        Long.parseLong(columns.get(INODE)),
        port(columns.get(LOCAL)),
        port(columns.get(REMOTE)),
        Long.parseLong(queues.substring(queues.indexOf(':') + 1), HEX));
  }

  private static int port(String addressAndPort) {
    return Integer.parseInt(addressAndPort.substring(addressAndPort.indexOf(':') + 1), HEX);
  }

  private static String read(Path file) {
    try {
      return Files.readString(file, StandardCharsets.US_ASCII);
    } catch (IOException e) {
      throw new LabException("cannot read the connections in " + file + ": " + e.getMessage(), e);
    }
  }
}
