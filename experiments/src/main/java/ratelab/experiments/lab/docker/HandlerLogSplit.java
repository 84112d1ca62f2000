package ratelab.experiments.lab.docker;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;

/**
 * Tells the lines of a target's handler log from the others on its stdout: they are JSON. The log
 * comes this way because it needs no directory that lab and engine share, and is there at once.
 */
final class HandlerLogSplit extends OutputStream {
  private final OutputStream handlerLog;
  private final OutputStream others;
  private final ByteArrayOutputStream line = new ByteArrayOutputStream();

  HandlerLogSplit(OutputStream handlerLog, OutputStream others) {
    this.handlerLog = handlerLog;
    this.others = others;
  }

  @Override
  public void write(int b) throws IOException {
    line.write(b);
    if (b == '\n') {
      writeLine();
    }
  }

  private void writeLine() throws IOException {
    byte[] bytes = line.toByteArray();
    line.reset();
    (bytes.length > 0 && bytes[0] == '{' ? handlerLog : others).write(bytes);
  }

  @Override
  public void flush() throws IOException {
    handlerLog.flush();
    others.flush();
  }

  @Override
  public void close() throws IOException {
    try (handlerLog;
        others) {
      writeLine();
    }
  }
}
