package ratelab.loadgen.record;

import java.io.IOException;
import java.io.Writer;
import org.jspecify.annotations.Nullable;

/**
 * Streams attempts to a file while the run goes on. Rows reach the file after {@value
 * #ROWS_PER_FLUSH} of them or at the next {@link #flush}, so a reader can follow along. A failed
 * write must not disturb the load: it is kept and thrown by {@link #close}.
 */
public final class RowWriter implements AutoCloseable {
  private static final int ROWS_PER_FLUSH = 50;

  private final RowFormat format;
  private final Writer out;
  private final StringBuilder pending = new StringBuilder();
  private int pendingRows;
  private @Nullable IOException failure;

  /** Writes the head at once. */
  public RowWriter(RowFormat format, Writer out) {
    this.format = format;
    this.out = out;
    pending.append(format.head());
    flush();
  }

  /** Adds a row; called by every worker. */
  public synchronized void write(Attempt attempt) {
    format.append(pending, attempt);
    pendingRows++;
    if (pendingRows >= ROWS_PER_FLUSH) {
      flush();
    }
  }

  /** Hands all rows to the operating system. */
  public synchronized void flush() {
    if (failure == null) {
      try {
        out.append(pending);
        out.flush();
      } catch (IOException e) {
        failure = e;
      }
    }
    pending.setLength(0);
    pendingRows = 0;
  }

  /**
   * Writes what is left.
   *
   * @throws IOException if this or any earlier write failed: rows are missing
   */
  @Override
  public synchronized void close() throws IOException {
    flush();
    out.close();
    if (failure != null) {
      throw failure;
    }
  }
}
