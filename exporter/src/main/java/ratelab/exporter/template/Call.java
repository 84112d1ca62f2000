package ratelab.exporter.template;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a command is given.
 *
 * @param piped the value of the command before, which is the last argument
 */
record Call(List<Expression> arguments, @Nullable Value piped) {
  static final Call NONE = new Call(List.of(), null);

  boolean isEmpty() {
    return arguments.isEmpty() && piped == null;
  }

  /** Fails if there are arguments for something that takes none. */
  void refuse(String what) {
    if (!isEmpty()) throw new RenderFailure("can't give argument to " + what);
  }

  List<Value> evaluate(Frame frame, Value dot) {
    List<Value> values = new ArrayList<>();
    for (Expression argument : arguments) {
      values.add(argument.argument(frame, dot));
    }
    if (piped != null) values.add(piped);
    return values;
  }
}
