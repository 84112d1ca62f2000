package ratelab.exporter.proc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import ratelab.exporter.proc.libc.NativeAccess;

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

  @Test
  void one_that_is_added_later_is_found() throws IOException {
    UserNames names = names("");
    assertThat(names.nameOf(1000)).isEqualTo("1000");
    Files.writeString(directory.resolve("passwd"), "alice:x:1000:1000::/:\n");
    assertThat(names.nameOf(1000)).isEqualTo("alice");
  }

  @Test
  void this_system_knows_its_own() {
    UserNames names = UserNames.ofThisSystem();
    assertThat(names.nameOf(0)).isEqualTo("root");
    assertThat(names.nameOf(4_000_123_456L)).isEqualTo("4000123456");
  }

  @Test
  void the_name_service_agrees_with_the_file_of_users() throws IOException {
    assumeTrue(NativeAccess.isPermitted(), "native access is off");
    NameService service = new NameService();
    PasswdFile file = new PasswdFile(Path.of("/etc/passwd"));
    // Two users may share a uid, of which either has the first of them.
    for (long uid = 0; uid < 100; uid++) {
      Optional<String> name = file.nameOf(uid);
      if (name.isPresent()) assertThat(service.nameOf(uid)).isEqualTo(name);
    }
  }

  private UserNames names(String passwd) throws IOException {
    return new UserNames(Files.writeString(directory.resolve("passwd"), passwd));
  }
}
