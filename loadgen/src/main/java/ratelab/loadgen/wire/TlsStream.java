package ratelab.loadgen.wire;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLEngineResult;
import javax.net.ssl.SSLEngineResult.HandshakeStatus;
import javax.net.ssl.SSLEngineResult.Status;
import javax.net.ssl.SSLHandshakeException;

/**
 * TLS over another stream. The engine's tasks, such as checking certificates, run on the caller.
 */
final class TlsStream implements ByteStream {
  private static final ByteBuffer NOTHING = ByteBuffer.allocate(0);

  private final ByteStream socket;
  private final SSLEngine engine;
  private final ByteBuffer received;
  private final ByteBuffer unsent;
  private boolean begun;
  private boolean wantsBytes = true;

  /**
   * @param engine in client mode
   */
  TlsStream(ByteStream socket, SSLEngine engine) {
    this.socket = socket;
    this.engine = engine;
    int packetBytes = engine.getSession().getPacketBufferSize();
    received = ByteBuffer.allocate(packetBytes).flip();
    unsent = ByteBuffer.allocate(packetBytes).flip();
  }

  @Override
  public boolean establish() throws IOException {
    if (!begun) {
      begun = true;
      engine.beginHandshake();
    }
    while (true) {
      flush();
      switch (engine.getHandshakeStatus()) {
        case NEED_TASK -> runTasks();
        case NEED_WRAP -> {
          if (unsent.hasRemaining()) {
            return false;
          }
          wrap(NOTHING);
        }
        case NEED_UNWRAP, NEED_UNWRAP_AGAIN -> {
          int count = wantsBytes ? receive() : 1;
          if (count == 0) {
            return false;
          }
          if (count < 0 || unwrap(NOTHING).getStatus() == Status.CLOSED) {
            throw new SSLHandshakeException("the server ended the handshake");
          }
        }
        case FINISHED, NOT_HANDSHAKING -> {
          return true;
        }
      }
    }
  }

  /** Bytes from the socket; TLS announces its end, so the end of these is never regular. */
  private int receive() throws IOException {
    received.compact();
    int count = socket.read(received);
    received.flip();
    return count;
  }

  private SSLEngineResult unwrap(ByteBuffer into) throws IOException {
    SSLEngineResult result = engine.unwrap(received, into);
    wantsBytes = result.getStatus() == Status.BUFFER_UNDERFLOW || !received.hasRemaining();
    return result;
  }

  @Override
  public int read(ByteBuffer into) throws IOException {
    flush();
    while (true) {
      int count = wantsBytes ? receive() : 1;
      if (count == 0) {
        return 0;
      }
      if (count < 0) {
        throw new IOException("TLS was cut off", new EOFException());
      }
      SSLEngineResult result = unwrap(into);
      if (result.bytesProduced() > 0) {
        return result.bytesProduced();
      }
      if (result.getStatus() == Status.CLOSED) {
        return -1;
      }
      if (!renewKeys(result.getHandshakeStatus())) {
        return 0;
      }
    }
  }

  /**
   * TLS 1.3 may change keys at any time.
   *
   * @return whether reading can go on
   */
  private boolean renewKeys(HandshakeStatus status) throws IOException {
    if (status == HandshakeStatus.NEED_TASK) {
      runTasks();
    }
    if (engine.getHandshakeStatus() == HandshakeStatus.NEED_WRAP) {
      if (unsent.hasRemaining()) {
        return false;
      }
      wrap(NOTHING);
      flush();
    }
    return true;
  }

  private void runTasks() {
    for (Runnable task = engine.getDelegatedTask();
        task != null;
        task = engine.getDelegatedTask()) {
      task.run();
    }
  }

  @Override
  public boolean mayHaveMore() {
    return !wantsBytes || socket.mayHaveMore();
  }

  @Override
  public void write(ByteBuffer from) throws IOException {
    flush();
    while (from.hasRemaining() && !unsent.hasRemaining()) {
      wrap(from);
      flush();
    }
  }

  private void wrap(ByteBuffer from) throws IOException {
    unsent.clear();
    SSLEngineResult result = engine.wrap(from, unsent);
    unsent.flip();
    if (result.getStatus() == Status.CLOSED && !unsent.hasRemaining()) {
      throw new EOFException("the server has ended TLS");
    }
  }

  private void flush() throws IOException {
    if (unsent.hasRemaining()) {
      socket.write(unsent);
    }
  }

  @Override
  public boolean hasUnsent() {
    return unsent.hasRemaining();
  }

  @Override
  public void close() {
    socket.close();
  }
}
