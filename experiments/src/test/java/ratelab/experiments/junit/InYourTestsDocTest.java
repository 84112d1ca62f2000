package ratelab.experiments.junit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class InYourTestsDocTest {
  @ParameterizedTest
  @ValueSource(strings = {"MyServiceIT", "MyImageExample"})
  void a_documented_example_is_a_test_that_the_build_runs(String name) throws IOException {
    String example =
        Files.readString(
            Path.of("src/test/java/ratelab/experiments/junit/example/" + name + ".java"));
    assertThat(Files.readString(Path.of("docs/in-your-tests.md"))).contains(example);
  }
}
