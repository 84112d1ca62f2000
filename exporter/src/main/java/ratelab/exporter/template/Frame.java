package ratelab.exporter.template;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The state of a rendering: the text so far, and the variables in scope. */
final class Frame {
  /** Names are short; whatever nests deeper calls itself without end. */
  private static final int MAX_DEPTH = 100;

  /** Enough for any name, and too few to hang on a loop over a large number. */
  private static final int MAX_TURNS = 100_000;

  private record Variable(String name, Value value) {}

  private final Map<String, Block> templates;
  private final StringBuilder out;
  private final int depth;
  private final List<Variable> variables = new ArrayList<>();
  private int turns;

  Frame(Map<String, Block> templates, Value data) {
    this(templates, new StringBuilder(), 0, data);
  }

  private Frame(Map<String, Block> templates, StringBuilder out, int depth, Value data) {
    this.templates = templates;
    this.out = out;
    this.depth = depth;
    declare("$", data);
  }

  /** Renders a template by name into the same text, with none of the variables. */
  void invoke(String name, Value data) {
    Block template = templates.get(name);
    if (template == null) throw new RenderFailure("there is no template " + name);
    if (depth == MAX_DEPTH) throw new RenderFailure("templates call each other without end");
    template.execute(new Frame(templates, out, depth + 1, data), data);
  }

  void write(String text) {
    out.append(text);
  }

  String text() {
    return out.toString();
  }

  void declare(String name, Value value) {
    variables.add(new Variable(name, value));
  }

  void assign(String name, Value value) {
    variables.set(indexOf(name), new Variable(name, value));
  }

  Value valueOf(String name) {
    return variables.get(indexOf(name)).value;
  }

  private int indexOf(String name) {
    for (int i = variables.size() - 1; i >= 0; i--) {
      if (variables.get(i).name.equals(name)) return i;
    }
    throw new RenderFailure("there is no variable " + name);
  }

  /** A point to which {@link #leave} returns. */
  int enter() {
    return variables.size();
  }

  /** Ends the scope of all variables that were declared since. */
  void leave(int mark) {
    variables.subList(mark, variables.size()).clear();
  }

  /** Counts a turn of a loop. */
  void turn() {
    if (++turns > MAX_TURNS) throw new RenderFailure("a loop has too many turns");
  }

  /** Sets a variable that a loop declares, unless it has none. */
  void setLoopVariable(@Nullable String name, Value value, boolean assigned) {
    if (name == null) return;
    if (assigned) assign(name, value);
    else declare(name, value);
  }
}
