package ratelab.exporter.rules;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BaseNameTest {
  @ParameterizedTest
  @CsvSource({
    "'', .",
    "/, /",
    "///, /",
    "bash, bash",
    "/usr/bin/java, java",
    "/usr/lib/, lib",
    "nginx: master process /usr/sbin/nginx, nginx",
    "sshd: user@pts/0, 0",
    "'postgres: writer process   ', 'postgres: writer process   '"
  })
  void is_that_of_go(String path, String expected) {
    assertThat(BaseName.of(path)).isEqualTo(expected);
  }
}
