package ratelab.exporter.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ListenAddressTest {
  @ParameterizedTest
  @CsvSource({
    ":9256, '', 9256",
    "127.0.0.1:0, 127.0.0.1, 0",
    "localhost:65535, localhost, 65535",
    "[::1]:80, ::1, 80"
  })
  void reads_gos_spellings(String text, String host, int port) {
    assertThat(ListenAddress.parse(text)).isEqualTo(new ListenAddress(host, port));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "9256", "host", "host:", "host:x", "host:65536", "host:-1", "::1:80"})
  void refuses_anything_else(String text) {
    assertThatThrownBy(() -> ListenAddress.parse(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "\""
                + text
                + "\" is no address to listen on; expected HOST:PORT, such as"
                + " 127.0.0.1:9256");
  }

  @Test
  void becomes_a_url_with_the_port_bound() {
    assertThat(ListenAddress.parse(":0").url("http", 4711)).isEqualTo("http://localhost:4711");
    assertThat(ListenAddress.parse("127.0.0.1:0").url("http", 4711))
        .isEqualTo("http://127.0.0.1:4711");
    assertThat(ListenAddress.parse("[::1]:0").url("https", 4711)).isEqualTo("https://[::1]:4711");
  }
}
