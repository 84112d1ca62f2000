package ratelab.exporter.group;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.Node;

/**
 * Reads the configuration: process-exporter's {@code process_names} with its keys {@code name},
 * {@code comm}, {@code exe}, {@code cmdline}, and ours, {@code pids} and {@code children}. Other
 * keys are ignored, as there.
 */
public final class RulesFile {
  private static final String ITEM =
      "an item with at least one of comm, exe, cmdline, pids, such as {comm: [bash]}";

  private RulesFile() {}

  /**
   * Reads the rules.
   *
   * @throws ConfigException if the file cannot be read or says something that cannot be meant
   */
  public static GroupRules read(Path file, boolean childrenInherit) throws ConfigException {
    Optional<Node> document = compose(file);
    List<GroupRule> rules = new ArrayList<>();
    if (document.isPresent()) {
      YamlPlace top = new YamlPlace(file.toString(), "", document.get());
      for (YamlPlace item : items(top)) {
        rules.add(rule(item));
      }
    }
    return new GroupRules(rules, childrenInherit);
  }

  private static Optional<Node> compose(Path file) throws ConfigException {
    try {
      return new Compose(LoadSettings.builder().setLabel(file.toString()).build())
          .composeString(Files.readString(file));
    } catch (NoSuchFileException e) {
      throw new ConfigException(file + ": there is no such file; -config.path must name one");
    } catch (IOException e) {
      throw new ConfigException(
          file + ": cannot be read (" + e + "); make it readable UTF-8 text for this user");
    } catch (MarkedYamlEngineException e) {
      int line = e.getProblemMark().map(mark -> mark.getLine() + 1).orElse(0);
      throw new ConfigException(file + ":" + line + ": expected YAML: " + e.getProblem());
    } catch (YamlEngineException e) {
      throw new ConfigException(file + ": expected YAML: " + e.getMessage());
    }
  }

  private static List<YamlPlace> items(YamlPlace top) throws ConfigException {
    Optional<YamlPlace> list = top.child("process_names", "the key process_names with a list");
    return list.isEmpty() ? List.of() : list.get().items("a list of items that name processes");
  }

  private static GroupRule rule(YamlPlace item) throws ConfigException {
    Optional<YamlPlace> commandLine = item.child("cmdline", ITEM);
    List<Selector> selectors = selectors(item);
    if (selectors.isEmpty() && commandLine.isEmpty()) throw item.expected(ITEM);
    return new GroupRule(
        name(item),
        selectors,
        commandLine.isEmpty() ? CommandLinePatterns.NONE : patterns(commandLine.get()),
        childrenGroup(item));
  }

  private static List<Selector> selectors(YamlPlace item) throws ConfigException {
    List<Selector> selectors = new ArrayList<>();
    Optional<YamlPlace> pids = item.child("pids", ITEM);
    if (pids.isPresent()) selectors.add(new Selector.Pids(pidPatterns(pids.get())));
    Optional<YamlPlace> comm = item.child("comm", ITEM);
    if (comm.isPresent()) {
      selectors.add(
          new Selector.Comm(texts(comm.get(), "a list of command names, such as [bash]")));
    }
    Optional<YamlPlace> exe = item.child("exe", ITEM);
    if (exe.isPresent()) {
      selectors.add(new Selector.Exe(texts(exe.get(), "a list of programs, such as [/bin/bash]")));
    }
    return selectors;
  }

  private static Set<String> texts(YamlPlace list, String expectation) throws ConfigException {
    Set<String> texts = new HashSet<>();
    for (YamlPlace item : list.items(expectation)) {
      texts.add(item.text("text"));
    }
    return texts;
  }

  private static Set<PidPattern> pidPatterns(YamlPlace list) throws ConfigException {
    String expectation = "PID or PID@STARTTICKS, such as \"1234@567890\"";
    Set<PidPattern> patterns = new HashSet<>();
    for (YamlPlace item : list.items("a list of " + expectation)) {
      Optional<PidPattern> pattern = PidPattern.parse(item.text(expectation));
      patterns.add(pattern.orElseThrow(() -> item.expected(expectation)));
    }
    if (patterns.isEmpty()) throw list.expected("at least one " + expectation);
    return patterns;
  }

  private static CommandLinePatterns patterns(YamlPlace list) throws ConfigException {
    List<Pattern> patterns = new ArrayList<>();
    for (YamlPlace item : list.items("a list of regular expressions, such as [\"java .*\"]")) {
      patterns.add(pattern(item));
    }
    return new CommandLinePatterns(List.copyOf(patterns));
  }

  private static Pattern pattern(YamlPlace item) throws ConfigException {
    String expectation = "a regular expression in RE2 syntax";
    try {
      return Pattern.compile(item.text(expectation));
    } catch (PatternSyntaxException e) {
      throw item.expected(expectation + " (" + e.getDescription() + ")");
    }
  }

  private static NameTemplate name(YamlPlace item) throws ConfigException {
    Optional<YamlPlace> name = item.child("name", ITEM);
    if (name.isEmpty()) return NameTemplate.DEFAULT;
    String text = name.get().text(NameTemplateParser.SUPPORTED);
    if (text.isEmpty()) return NameTemplate.DEFAULT;
    return NameTemplateParser.parse(text)
        .orElseThrow(() -> name.get().expected(NameTemplateParser.SUPPORTED));
  }

  private static Optional<String> childrenGroup(YamlPlace item) throws ConfigException {
    Optional<YamlPlace> children = item.child("children", ITEM);
    if (children.isEmpty()) return Optional.empty();
    String expectation = "the literal name of a group for the descendants";
    String group = children.get().text(expectation);
    if (group.isBlank() || group.contains("{{")) throw children.get().expected(expectation);
    return Optional.of(group);
  }
}
