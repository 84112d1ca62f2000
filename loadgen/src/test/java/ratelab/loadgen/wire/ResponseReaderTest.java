package ratelab.loadgen.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.ProtocolException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ResponseReaderTest {
  private static final String OK = "HTTP/1.1 200 OK\r\n";

  /** What was read of one response. */
  private record Read(boolean complete, int status, long bytes, boolean persistent, int surplus) {}

  @Test
  void a_length_delimited_body_ends_with_its_last_byte() throws Exception {
    assertThat(read(OK + "Content-Length: 5\r\n\r\nhelloHTTP"))
        .isEqualTo(new Read(true, 200, 5, true, 4));
    assertThat(read(OK + "content-length:5 \r\n\r\nhell"))
        .isEqualTo(new Read(false, 200, 4, false, 0));
    assertThat(read("HTTP/1.1 404\nX: y\nContent-Length: 0\n\n"))
        .isEqualTo(new Read(true, 404, 0, true, 0));
  }

  @Test
  void a_chunked_body_ends_with_its_trailers() throws Exception {
    String chunked = OK + "Transfer-Encoding: chunked\r\n\r\n";

    assertThat(read(chunked + "5\r\nhello\r\n0\r\n\r\n"))
        .isEqualTo(new Read(true, 200, 5, true, 0));
    assertThat(read(chunked + "5;ext=\"1\"\r\nhello\r\nA \r\n0123456789\r\n000\r\nA: b\r\n\r\n!"))
        .isEqualTo(new Read(true, 200, 15, true, 1));
    assertThat(read(chunked + "5\r\nhello\r\n0\r\n")).isEqualTo(new Read(false, 200, 5, false, 0));
    assertThat(read(OK + "TRANSFER-ENCODING: gzip, Chunked\r\n\r\n1\r\nx\r\n0\r\n\r\n"))
        .isEqualTo(new Read(true, 200, 1, true, 0));
  }

  @Test
  void a_coding_outranks_a_length_and_the_connection_is_not_used_again() throws Exception {
    assertThat(
            read(
                OK
                    + "Content-Length: 2\r\nTransfer-Encoding: chunked\r\n\r\n"
                    + "5\r\nhello\r\n0\r\n\r\n"))
        .isEqualTo(new Read(true, 200, 5, false, 0));
  }

  @Test
  void without_length_and_coding_the_body_lasts_as_long_as_the_connection() throws Exception {
    ResponseReader reader = new ResponseReader();
    reader.begin(false);

    assertThat(reader.take(bytes(OK + "\r\nhello"))).isFalse();
    assertThat(reader.endsWithConnection()).isTrue();
    assertThat(reader.bodyBytes()).isEqualTo(5);
  }

  @Test
  void some_responses_never_have_a_body() throws Exception {
    String length = "\r\nContent-Length: 5\r\n\r\n";
    ResponseReader toHead = new ResponseReader();
    toHead.begin(true);

    assertThat(toHead.take(bytes("HTTP/1.1 200 OK" + length))).isTrue();
    assertThat(toHead.bodyBytes()).isZero();
    assertThat(read("HTTP/1.1 204 No Content" + length)).isEqualTo(new Read(true, 204, 0, true, 0));
    assertThat(read("HTTP/1.1 304 Not Modified\r\nTransfer-Encoding: chunked\r\n\r\n"))
        .isEqualTo(new Read(true, 304, 0, true, 0));
  }

  @Test
  void interim_responses_are_passed_over() throws Exception {
    String interim = "HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 103 Early Hints\r\nLink: x\r\n\r\n";

    assertThat(read(interim)).isEqualTo(new Read(false, 0, 0, false, 0));
    assertThat(read(interim + OK + "Content-Length: 1\r\n\r\n!"))
        .isEqualTo(new Read(true, 200, 1, true, 0));
  }

  @Test
  void the_connection_persists_unless_the_head_says_otherwise() throws Exception {
    String empty = "Content-Length: 0\r\n\r\n";

    assertThat(read(OK + "Connection: Foo, Close\r\n" + empty).persistent()).isFalse();
    assertThat(read("HTTP/1.0 200 OK\r\n" + empty).persistent()).isFalse();
    assertThat(read("HTTP/1.0 200 OK\r\nConnection: keep-alive\r\n" + empty).persistent()).isTrue();
  }

  @Test
  void equal_lengths_are_one() throws Exception {
    assertThat(read(OK + "Content-Length: 1\r\nContent-Length: 1, 1\r\n\r\n!"))
        .isEqualTo(new Read(true, 200, 1, true, 0));
  }

  @Test
  void a_long_head_is_read_and_an_endless_one_refused() throws Exception {
    String line = "X-Filler: " + "x".repeat(1000) + "\r\n";

    assertThat(read(OK + line.repeat(200) + "Content-Length: 1\r\n\r\n!"))
        .isEqualTo(new Read(true, 200, 1, true, 0));
    assertThatThrownBy(() -> read(OK + line.repeat(300))).isInstanceOf(ProtocolException.class);
    assertThatThrownBy(() -> read(OK + "X: " + "x".repeat(300_000)))
        .isInstanceOf(ProtocolException.class);
    assertThatThrownBy(() -> read("HTTP/1.1 102 Processing\r\n\r\n".repeat(20_000)))
        .isInstanceOf(ProtocolException.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "I am not HTTP\r\n",
        "\r\nHTTP/1.1 200 OK\r\n",
        "HTTP/2 200\r\n",
        "HTTP/1.1 20 OK\r\n",
        "HTTP/1.1 099 Low\r\n",
        "HTTP/1.1 2000 OK\r\n",
        "HTTP/1.1\t200 OK\r\n",
        "HTTP/1.1 101 Switching Protocols\r\n\r\n",
        OK + "no colon\r\n",
        OK + ": no name\r\n",
        OK + " Folded: yes\r\n",
        OK + "Content-Length : 1\r\n",
        OK + "Content-Length: \r\n",
        OK + "Content-Length: -1\r\n",
        OK + "Content-Length: +1\r\n",
        OK + "Content-Length: 1 2\r\n",
        OK + "Content-Length: 0x1\r\n",
        OK + "Content-Length: 99999999999999999999\r\n",
        OK + "Content-Length: 1,\r\n",
        OK + "Content-Length: 1\r\nContent-Length: 2\r\n",
        OK + "Content-Length: 1, 2\r\n",
        OK + "Transfer-Encoding: chunked\r\n\r\nzz\r\n",
        OK + "Transfer-Encoding: chunked\r\n\r\n\r\n",
        OK + "Transfer-Encoding: chunked\r\n\r\n-1\r\n",
        OK + "Transfer-Encoding: chunked\r\n\r\n5x\r\n",
        OK + "Transfer-Encoding: chunked\r\n\r\nfffffffffffffffff\r\n",
        OK + "Transfer-Encoding: chunked\r\n\r\n1\r\nxx\r\n",
        OK + "Transfer-Encoding: chunked\r\n\r\n1\r\nx\r\r",
      })
  void what_is_not_http_is_refused_in_pieces_of_any_size(String response) {
    for (int piece = 1; piece <= response.length(); piece++) {
      int size = piece;
      assertThatThrownBy(() -> inPieces(response, size)).isInstanceOf(ProtocolException.class);
    }
  }

  @Test
  void messages_show_hostile_bytes_harmlessly() {
    assertThatThrownBy(() -> read("\u001b[31m" + "x".repeat(200) + "\n"))
        .hasMessage("Unexpected status line: ?[31m" + "x".repeat(75) + "...");
  }

  /** Reads the response in pieces of every size, which must make no difference. */
  private static Read read(String response) throws ProtocolException {
    Read whole = inPieces(response, response.length());
    int step = Math.max(1, response.length() / 50);
    for (int piece = 1; piece < response.length(); piece += step) {
      assertThat(inPieces(response, piece)).as("in pieces of %d", piece).isEqualTo(whole);
    }
    return whole;
  }

  private static Read inPieces(String response, int piece) throws ProtocolException {
    ResponseReader reader = new ResponseReader();
    reader.begin(false);
    ByteBuffer all = bytes(response);
    boolean complete = false;
    while (all.hasRemaining() && !complete) {
      // A buffer of its own each time, as the event loop's is overwritten by others.
      byte[] some = new byte[Math.min(piece, all.remaining())];
      all.get(all.position(), some);
      ByteBuffer in = ByteBuffer.wrap(some);
      complete = reader.take(in);
      all.position(all.position() + in.position());
    }
    return new Read(
        complete,
        reader.headed() ? reader.status() : 0,
        reader.bodyBytes(),
        reader.persistent(),
        all.remaining());
  }

  private static ByteBuffer bytes(String text) {
    return ByteBuffer.wrap(text.getBytes(StandardCharsets.ISO_8859_1));
  }
}
