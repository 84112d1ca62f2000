package ratelab.sampleapp.log;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import tools.jackson.databind.json.JsonMapper;

/**
 * Appends JSON lines to a file. Each line is one unbuffered write, so a reader never sees half an
 * entry, and a killed process loses none.
 */
public final class JsonLinesLog implements HandlerLog {
  private final JsonMapper json = new JsonMapper();
  private final Path file;
  private final OutputStream out;

  private JsonLinesLog(Path file) throws IOException {
    this.file = file;
    this.out = Files.newOutputStream(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
  }

  /**
   * Opens the file, keeps what it holds, and adds the header.
   *
   * @throws IOException if the file cannot be opened or written
   */
  public static JsonLinesLog open(Path file, LogHeader header) throws IOException {
    var log = new JsonLinesLog(file);
    log.writeLine(header);
    return log;
  }

  @Override
  public void append(HandlerEntry entry) {
    try {
      writeLine(entry);
    } catch (IOException failure) {
      throw new UncheckedIOException("cannot write to the handler log " + file, failure);
    }
  }

  @Override
  public void close() {
    try {
      out.close();
    } catch (IOException failure) {
      throw new UncheckedIOException("cannot close the handler log " + file, failure);
    }
  }

  private synchronized void writeLine(Object value) throws IOException {
    out.write((json.writeValueAsString(value) + "\n").getBytes(StandardCharsets.UTF_8));
  }
}
