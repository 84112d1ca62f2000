package ratelab.loadgen.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
final class CompletionTest {
  @ParameterizedTest
  @ValueSource(strings = {"bash", "zsh", "fish"})
  void every_flag_is_in_every_script(String shell) {
    String script = script(shell);

    for (Flag flag : Flag.values()) {
      String name = flag.longSpelling().substring(2);
      assertThat(script).as(name).containsPattern("(--|-l )" + name + "\\b");
    }
  }

  @Test
  void bash_completes_flags_and_their_values(@TempDir Path directory) throws Exception {
    Path script = Files.writeString(directory.resolve("completion"), script("bash"));

    assertThat(complete(script, "--conn")).contains("--connect-timeout").contains("--connect-to");
    assertThat(complete(script, "--engine", "w")).isEqualTo("wire\n");
    assertThat(complete(script, "-z", "1")).isEqualTo("\n");
  }

  @Test
  void another_shell_is_refused_with_the_names_of_those_there_are() {
    assertThat(new CommandLineReader("1.2").read("completion", "tcsh"))
        .isEqualTo(
            new Invocation.Refusal(
                "completion: name a shell: bash, zsh or fish (see loadgen -h)", 1));
  }

  private static String script(String shell) {
    return ((Invocation.Answer) new CommandLineReader("1.2").read("completion", shell)).text();
  }

  /** What bash offers for the last word, by a real bash. */
  private static String complete(Path script, String... words) throws IOException {
    String line =
        "source "
            + script
            + "; COMP_WORDS=(loadgen "
            + String.join(" ", words)
            + "); COMP_CWORD="
            + words.length
            + "; _loadgen; echo \"${COMPREPLY[*]}\"";
    Process bash = new ProcessBuilder("bash", "-c", line).redirectErrorStream(true).start();
    String said = new String(bash.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    try {
      assertThat(bash.waitFor(20, TimeUnit.SECONDS)).isTrue();
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
    return said;
  }
}
