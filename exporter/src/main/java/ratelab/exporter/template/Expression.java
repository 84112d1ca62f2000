package ratelab.exporter.template;

import java.util.List;

/** Something with a value. */
sealed interface Expression
    permits Pipeline,
        Expression.Constant,
        Expression.Nil,
        Expression.Dot,
        Expression.Field,
        Expression.Variable,
        Expression.Chain,
        Expression.Function {
  /** The value where it begins a command. */
  Value command(Frame frame, Value dot, Call call);

  /** The value where it is an argument. */
  default Value argument(Frame frame, Value dot) {
    return command(frame, dot, Call.NONE);
  }

  /** A text, a number, a truth value. */
  record Constant(Value value) implements Expression {
    @Override
    public Value command(Frame frame, Value dot, Call call) {
      call.refuse("a constant");
      return value;
    }
  }

  record Nil() implements Expression {
    @Override
    public Value command(Frame frame, Value dot, Call call) {
      throw new RenderFailure("nil is not a command");
    }

    @Override
    public Value argument(Frame frame, Value dot) {
      return Value.None.NONE;
    }
  }

  record Dot() implements Expression {
    @Override
    public Value command(Frame frame, Value dot, Call call) {
      call.refuse("the dot");
      return dot;
    }
  }

  /** {@code .A.B}. */
  record Field(List<String> path) implements Expression {
    @Override
    public Value command(Frame frame, Value dot, Call call) {
      return Access.along(path, dot, frame, dot, call);
    }
  }

  /** {@code $x.A.B}. */
  record Variable(String name, List<String> path) implements Expression {
    @Override
    public Value command(Frame frame, Value dot, Call call) {
      Value value = frame.valueOf(name);
      if (!path.isEmpty()) return Access.along(path, value, frame, dot, call);
      call.refuse("a variable");
      return value;
    }
  }

  /** {@code (pipeline).A.B}. */
  record Chain(Expression head, List<String> path) implements Expression {
    @Override
    public Value command(Frame frame, Value dot, Call call) {
      return Access.along(path, head.argument(frame, dot), frame, dot, call);
    }
  }

  /** {@code and} and {@code or} look at no argument after the one that decides. */
  record Function(String name) implements Expression {
    @Override
    public Value command(Frame frame, Value dot, Call call) {
      return switch (name) {
        case "and" -> firstOr(false, frame, dot, call);
        case "or" -> firstOr(true, frame, dot, call);
        default -> Functions.call(name, call.evaluate(frame, dot));
      };
    }

    /** The first argument of this truth, or the last one. */
    private Value firstOr(boolean truth, Frame frame, Value dot, Call call) {
      if (call.isEmpty()) throw Functions.wrongCount(name, "at least 1", 0);
      Value value = Value.None.NONE;
      for (Expression argument : call.arguments()) {
        value = argument.argument(frame, dot);
        if (value.isTrue() == truth) return value;
      }
      return call.piped() == null ? value : call.piped();
    }
  }
}
