package ratelab.exporter.proc;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UserNamesTest {
  @TempDir Path directory;

  @Test
  void come_from_the_file() throws IOException {
    assertThat(names("root:x:0:0:root:/root:/bin/sh\nalice:x:1000:1000::/:\n").nameOf(1000))
        .isEqualTo("alice");
  }

  @Test
  void an_unknown_user_is_a_number() throws IOException {
    assertThat(names("# nobody here\n").nameOf(4711)).isEqualTo("4711");
    assertThat(new UserNames(directory.resolve("missing")).nameOf(4711)).isEqualTo("4711");
  }

  @Test
  void a_name_once_found_is_kept() throws IOException {
    UserNames names = names("alice:x:1000:1000::/:\n");
    names.nameOf(1000);
    Files.delete(directory.resolve("passwd"));
    assertThat(names.nameOf(1000)).isEqualTo("alice");
  }

  private UserNames names(String passwd) throws IOException {
    return new UserNames(Files.writeString(directory.resolve("passwd"), passwd));
  }
}
