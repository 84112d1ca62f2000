package ratelab.exporter.template;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Commands of which each is given the value of the one before as its last argument.
 *
 * @param variables what is declared or assigned with the value
 * @param assigns whether the variables exist already
 */
record Pipeline(List<String> variables, boolean assigns, List<Command> commands)
    implements Expression {
  /** Of a template that is called without data. */
  static final Pipeline EMPTY = new Pipeline(List.of(), false, List.of());

  /** A function or method with its arguments, or a value alone. */
  record Command(Expression head, List<Expression> arguments) {
    Value evaluate(Frame frame, Value dot, @Nullable Value piped) {
      Call call = arguments.isEmpty() && piped == null ? Call.NONE : new Call(arguments, piped);
      return head.command(frame, dot, call);
    }
  }

  boolean isEmpty() {
    return commands.isEmpty();
  }

  Value evaluate(Frame frame, Value dot) {
    Value value = commands.getFirst().evaluate(frame, dot, null);
    for (int i = 1; i < commands.size(); i++) {
      value = commands.get(i).evaluate(frame, dot, value);
    }
    for (String variable : variables) {
      if (assigns) frame.assign(variable, value);
      else frame.declare(variable, value);
    }
    return value;
  }

  /** In parentheses. */
  @Override
  public Value command(Frame frame, Value dot, Call call) {
    call.refuse("a pipeline in parentheses");
    return evaluate(frame, dot);
  }
}
