package ratelab.exporter.rules;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import ratelab.exporter.yaml.ConfigException;
import ratelab.exporter.yaml.YamlPlace;

/**
 * Reads one item: process-exporter's keys {@code name}, {@code comm}, {@code exe}, {@code cmdline},
 * and ours, {@code pids}, {@code users}, {@code exclude}, {@code labels}, {@code children} and
 * {@code ignore}.
 */
final class ItemReader {
  private static final String ITEM =
      "an item with at least one of comm, exe, cmdline, pids, users, exclude, such as {comm:"
          + " [bash]}";
  private static final String CHILDREN =
      "true, false, or the literal name of a group for the descendants";

  /** What only makes sense for an item whose processes go to a group. */
  private static final List<String> ABOUT_GROUPS = List.of("name", "labels", "children");

  private ItemReader() {}

  static ItemRule read(YamlPlace item) throws ConfigException {
    List<Selector> selectors = selectors(item);
    List<Selector> exclusions = exclusions(item);
    Optional<YamlPlace> commandLine = item.child("cmdline", ITEM);
    if (selectors.isEmpty() && exclusions.isEmpty() && commandLine.isEmpty()) {
      throw item.expected(ITEM);
    }
    return new ItemRule(
        selectors,
        exclusions,
        commandLine.isEmpty()
            ? CommandLinePatterns.NONE
            : CommandLinePatterns.of(SelectorReader.patterns(commandLine.get())),
        ignored(item) ? new Destination.Nowhere() : group(item));
  }

  private static List<Selector> selectors(YamlPlace item) throws ConfigException {
    List<Selector> selectors = new ArrayList<>();
    Optional<YamlPlace> pids = item.child("pids", ITEM);
    if (pids.isPresent()) selectors.add(SelectorReader.pids(pids.get()));
    Optional<YamlPlace> comm = item.child("comm", ITEM);
    if (comm.isPresent()) selectors.add(SelectorReader.comm(comm.get()));
    Optional<YamlPlace> exe = item.child("exe", ITEM);
    if (exe.isPresent()) selectors.add(SelectorReader.exe(exe.get()));
    Optional<YamlPlace> users = item.child("users", ITEM);
    if (users.isPresent()) selectors.add(SelectorReader.users(users.get()));
    return List.copyOf(selectors);
  }

  private static List<Selector> exclusions(YamlPlace item) throws ConfigException {
    Optional<YamlPlace> exclude = item.child("exclude", ITEM);
    return exclude.isEmpty() ? List.of() : SelectorReader.exclusions(exclude.get());
  }

  private static boolean ignored(YamlPlace item) throws ConfigException {
    Optional<YamlPlace> ignore = item.child("ignore", ITEM);
    if (ignore.isEmpty()) return false;
    String expectation = "true or false";
    boolean ignored = ignore.get().truth().orElseThrow(() -> ignore.get().expected(expectation));
    for (String key : ABOUT_GROUPS) {
      Optional<YamlPlace> beside = ignored ? item.child(key, ITEM) : Optional.empty();
      if (beside.isPresent()) {
        throw beside.get().expected("no " + key + " beside ignore: true, which puts into no group");
      }
    }
    return ignored;
  }

  private static Destination group(YamlPlace item) throws ConfigException {
    return new Destination.Group(
        new GroupTemplate(TemplateReader.name(item), TemplateReader.labels(item)), children(item));
  }

  private static Children children(YamlPlace item) throws ConfigException {
    Optional<YamlPlace> children = item.child("children", ITEM);
    if (children.isEmpty()) return new Children.ByFlag();
    Optional<Boolean> follow = children.get().truth();
    if (follow.isPresent()) return new Children.Follow(follow.get());
    String group = children.get().text(CHILDREN);
    if (group.isBlank() || group.contains("{{")) throw children.get().expected(CHILDREN);
    return new Children.OwnGroup(group);
  }
}
