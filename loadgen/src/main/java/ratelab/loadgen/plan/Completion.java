package ratelab.loadgen.plan;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Scripts that let shells complete the flags; each says in its first lines how to load it. */
final class Completion {
  private static final String FILE = "FILE";

  /** Values that a flag knows by name. */
  private static final List<Choice> CHOICES =
      List.of(
          new Choice(Flag.OUTPUT, "csv json"),
          new Choice(Flag.ON_LATE, "queue drop"),
          new Choice(Flag.ENGINE, "okhttp wire auto"),
          new Choice(Flag.ARRIVALS, "constant poisson"),
          new Choice(Flag.METHOD, "GET POST PUT DELETE PATCH HEAD OPTIONS"));

  private record Choice(Flag flag, String words) {}

  private Completion() {}

  /**
   * @param words that follow {@code completion}
   */
  static String script(List<String> words) throws BadUsage {
    String shell = words.size() == 1 ? words.getFirst() : "";
    return switch (shell) {
      case "bash" -> bash();
      case "zsh" -> zsh();
      case "fish" -> fish();
      default -> throw BadUsage.senseless("completion: name a shell: bash, zsh or fish");
    };
  }

  private static String bash() {
    StringBuilder cases = new StringBuilder();
    for (Choice choice : CHOICES) {
      cases.append(
          "    %s) COMPREPLY=($(compgen -W '%s' -- \"$word\")); return ;;\n"
              .formatted(pattern(choice.flag()), choice.words()));
    }
    String files =
        flags()
            .filter(flag -> flag.argument().equals(FILE))
            .map(Completion::pattern)
            .collect(Collectors.joining("|"));
    String values =
        flags()
            .filter(flag -> !flag.isSwitch() && !flag.argument().equals(FILE))
            .filter(flag -> CHOICES.stream().noneMatch(choice -> choice.flag() == flag))
            .map(Completion::pattern)
            .collect(Collectors.joining("|"));
    return """
    # bash completion for loadgen; load it with: source <(loadgen completion bash)
    _loadgen() {
      local word=${COMP_WORDS[COMP_CWORD]} before=${COMP_WORDS[COMP_CWORD-1]}
      case $before in
    %s    %s) COMPREPLY=($(compgen -f -- "$word")); return ;;
        %s) COMPREPLY=(); return ;;
      esac
      COMPREPLY=($(compgen -W '%s' -- "$word"))
    }
    complete -o default -F _loadgen loadgen
    """
        .formatted(cases, files, values, words());
  }

  private static String zsh() {
    StringBuilder specs = new StringBuilder();
    for (Flag flag : Flag.values()) {
      for (String spelling : shown(flag)) {
        String value =
            flag.isSwitch() ? "" : ":" + flag.argument().replace(":", " ") + action(flag);
        specs.append("  '").append(spelling).append('[').append(quoted(flag)).append(']');
        specs.append(value.replace("'", "")).append("' \\\n");
      }
    }
    return """
    #compdef loadgen
    # zsh completion for loadgen; load it with: source <(loadgen completion zsh)
    _loadgen() {
      _arguments \\
    %s  '*:URL:_urls'
    }
    compdef _loadgen loadgen
    """
        .formatted(specs);
  }

  private static String action(Flag flag) {
    return CHOICES.stream()
        .filter(choice -> choice.flag() == flag)
        .map(choice -> ":(" + choice.words() + ")")
        .findFirst()
        .orElse(flag.argument().equals(FILE) ? ":_files" : ":");
  }

  private static String fish() {
    StringBuilder script =
        new StringBuilder(
            "# fish completion for loadgen; load it with:" + " loadgen completion fish | source\n");
    for (Flag flag : Flag.values()) {
      script.append("complete -c loadgen");
      for (String spelling : shown(flag)) {
        script.append(option(spelling));
      }
      script.append(flag.isSwitch() ? "" : flag.argument().equals(FILE) ? " -r -F" : " -x");
      CHOICES.stream()
          .filter(choice -> choice.flag() == flag)
          .forEach(choice -> script.append(" -a '").append(choice.words()).append('\''));
      script.append(" -d '").append(quoted(flag)).append("'\n");
    }
    return script.toString();
  }

  private static String option(String spelling) {
    if (spelling.startsWith("--")) {
      return " -l " + spelling.substring(2);
    }
    return (spelling.length() == 2 ? " -s " : " -o ") + spelling.substring(1);
  }

  private static Stream<Flag> flags() {
    return Arrays.stream(Flag.values());
  }

  /** The first line of a flag's help, without what shells read as syntax. */
  private static String quoted(Flag flag) {
    return flag.help().getFirst().replaceAll("['\\[\\]:]", "").toLowerCase(Locale.ROOT);
  }

  private static String pattern(Flag flag) {
    return String.join("|", flag.spellings());
  }

  private static List<String> shown(Flag flag) {
    return Stream.of(flag.spelling(), flag.longSpelling()).distinct().toList();
  }

  private static String words() {
    return flags()
        .flatMap(flag -> shown(flag).stream())
        .distinct()
        .collect(Collectors.joining(" "));
  }
}
