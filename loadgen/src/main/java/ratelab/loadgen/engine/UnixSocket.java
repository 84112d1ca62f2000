package ratelab.loadgen.engine;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.SocketAddress;
import java.net.SocketException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.SocketChannel;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * A Unix domain socket that looks like a TCP socket, wherever one is told to connect. It has no
 * port and knows no read timeout: closing it from another thread ends a read, which is how OkHttp
 * enforces the limit of a whole exchange.
 */
final class UnixSocket extends Socket {
  private final Path path;
  private @Nullable SocketChannel channel;
  private boolean closed;

  UnixSocket(Path path) {
    this.path = path;
  }

  @Override
  public void connect(SocketAddress endpoint, int timeout) throws IOException {
    try {
      SocketChannel opened = SocketChannel.open(StandardProtocolFamily.UNIX);
      synchronized (this) {
        channel = opened;
      }
      opened.connect(UnixDomainSocketAddress.of(path));
    } catch (SocketException e) {
      throw new SocketException(path + ": " + e.getMessage(), e);
    }
  }

  private synchronized SocketChannel channel() throws SocketException {
    SocketChannel open = channel;
    if (open == null || closed) {
      throw new SocketException("socket closed");
    }
    return open;
  }

  @Override
  public InputStream getInputStream() throws IOException {
    return Channels.newInputStream(channel());
  }

  @Override
  public OutputStream getOutputStream() throws IOException {
    SocketChannel open = channel();
    // Not Channels.newOutputStream: it shares a lock with the input stream.
    return new OutputStream() {
      @Override
      public void write(int single) throws IOException {
        write(new byte[] {(byte) single}, 0, 1);
      }

      @Override
      public void write(byte[] bytes, int offset, int length) throws IOException {
        ByteBuffer buffer = ByteBuffer.wrap(bytes, offset, length);
        while (buffer.hasRemaining()) {
          open.write(buffer);
        }
      }
    };
  }

  @Override
  public synchronized boolean isConnected() {
    return channel != null && channel.isConnected();
  }

  @Override
  public synchronized boolean isClosed() {
    return closed;
  }

  @Override
  public boolean isInputShutdown() {
    return isClosed();
  }

  @Override
  public boolean isOutputShutdown() {
    return isClosed();
  }

  @Override
  public int getLocalPort() {
    return 0;
  }

  @Override
  public void setSoTimeout(int timeout) {}

  @Override
  public int getSoTimeout() {
    return 0;
  }

  @Override
  public void setTcpNoDelay(boolean on) {}

  @Override
  public synchronized void close() throws IOException {
    closed = true;
    if (channel != null) {
      channel.close();
    }
  }
}
