package ratelab.exporter.template;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What is known while a template is parsed: variables, loops, and fields that were named. */
final class Scope {
  private final List<String> variables = new ArrayList<>(List.of("$"));
  private final Set<String> fields = new HashSet<>();
  private boolean takesAllFields;
  private int loops;
  private int rebound;

  void declare(String variable) {
    variables.add(variable);
  }

  boolean isDeclared(String variable) {
    return variables.contains(variable);
  }

  int enter() {
    return variables.size();
  }

  void leave(int mark) {
    variables.subList(mark, variables.size()).clear();
  }

  void enterLoop() {
    loops++;
  }

  void leaveLoop() {
    loops--;
  }

  boolean isInLoop() {
    return loops > 0;
  }

  /** From here on the dot is something else than the data of the template. */
  void rebindDot() {
    rebound++;
  }

  void restoreDot() {
    rebound--;
  }

  /** A field of the dot was named, or with an empty path the dot itself. */
  void usesDot(List<String> path) {
    if (rebound == 0) uses(path);
  }

  /** Likewise of the data itself. */
  void uses(List<String> path) {
    if (path.isEmpty()) takesAllFields = true;
    else fields.add(path.getFirst());
  }

  /** A template of its own has variables and loops of its own; what it names counts for all. */
  Scope nested() {
    Scope nested = new Scope();
    // Its dot is what it is called with, which the call has named.
    nested.rebound = 1;
    return nested;
  }

  Set<String> fields() {
    return fields;
  }

  boolean takesAllFields() {
    return takesAllFields;
  }
}
