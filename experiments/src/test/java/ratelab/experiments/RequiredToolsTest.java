package ratelab.experiments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.opentest4j.AssertionFailedError;
import org.opentest4j.TestAbortedException;

class RequiredToolsTest {
  @TempDir Path directory;

  @Test
  void an_executable_on_the_path_is_found() throws Exception {
    Path tool = Files.createFile(directory.resolve("promtool"));
    Files.setPosixFilePermissions(tool, PosixFilePermissions.fromString("rwx------"));

    assertThat(RequiredTools.locate("promtool", "prometheus", environment(""))).isEqualTo(tool);
  }

  @Test
  void a_missing_tool_skips_the_test_with_its_reason() {
    assertThatThrownBy(
            () -> RequiredTools.locate("promtool", "prometheus", environment("hey,docker")))
        .isInstanceOf(TestAbortedException.class)
        .hasMessage("promtool is not on PATH; install the package prometheus");
  }

  @Test
  void a_missing_tool_that_is_required_fails_the_test() {
    assertThatThrownBy(
            () -> RequiredTools.locate("promtool", "prometheus", environment("hey, prometheus")))
        .isInstanceOf(AssertionFailedError.class)
        .hasMessage(
            "promtool is not on PATH; install the package prometheus"
                + " (RATELAB_REQUIRE=hey, prometheus)");
  }

  private Map<String, String> environment(String required) {
    return Map.of("PATH", "/nowhere:" + directory, "RATELAB_REQUIRE", required);
  }
}
