package ratelab.loadgen.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static ratelab.loadgen.record.Attempts.answered;

import java.io.IOException;
import java.io.StringWriter;
import java.io.Writer;
import org.junit.jupiter.api.Test;

final class RowWriterTest {
  private final StringWriter file = new StringWriter();

  @Test
  void a_reader_sees_the_head_at_once_and_rows_by_fifties_or_at_a_flush() throws IOException {
    try (RowWriter writer = new RowWriter(new HeyRows(), file)) {
      assertThat(lines()).isEqualTo(1);
      write(writer, 49);
      assertThat(lines()).isEqualTo(1);
      write(writer, 1);
      assertThat(lines()).isEqualTo(51);
      write(writer, 1);
      writer.flush();
      assertThat(lines()).isEqualTo(52);
      write(writer, 2);
    }
    assertThat(lines()).isEqualTo(54);
  }

  @Test
  void a_full_disk_does_not_disturb_the_load_but_is_told_at_the_end() {
    RowWriter writer = new RowWriter(new HeyRows(), new FullDisk());
    write(writer, 120);

    assertThatThrownBy(writer::close).isInstanceOf(IOException.class).hasMessage("disk full");
  }

  private static void write(RowWriter writer, int rows) {
    for (int i = 0; i < rows; i++) {
      writer.write(answered(0, 1, 0, 10, 200, 0));
    }
  }

  private long lines() {
    return file.toString().lines().count();
  }

  private static final class FullDisk extends Writer {
    @Override
    public void write(char[] text, int offset, int length) throws IOException {
      throw new IOException("disk full");
    }

    @Override
    public void flush() {}

    @Override
    public void close() {}
  }
}
