package ratelab.exporter.template;

import java.util.List;
import java.util.Set;

/** The functions that every template has. */
final class Functions {
  private static final Set<String> NAMES =
      Set.of(
          "and",
          "call",
          "html",
          "index",
          "slice",
          "js",
          "len",
          "not",
          "or",
          "print",
          "printf",
          "println",
          "urlquery",
          "eq",
          "ge",
          "gt",
          "le",
          "lt",
          "ne");

  private Functions() {}

  static boolean isDefined(String name) {
    return NAMES.contains(name);
  }

  /** Calls one whose arguments are all evaluated. */
  static Value call(String name, List<Value> arguments) {
    return switch (name) {
      case "print" -> new Value.Text(Print.joined(arguments));
      case "println" -> new Value.Text(Print.line(arguments));
      case "printf" -> new Value.Text(printf(arguments));
      case "html" -> new Value.Text(Escapes.html(Print.shown(arguments)));
      case "js" -> new Value.Text(Escapes.javaScript(Print.shown(arguments)));
      case "urlquery" -> new Value.Text(Escapes.urlQuery(Print.shown(arguments)));
      case "len" -> Value.Whole.of(Indexing.length(only(name, arguments)));
      case "not" -> Value.Truth.of(!only(name, arguments).isTrue());
      case "index" -> Indexing.index(first(name, arguments), rest(arguments));
      case "slice" -> Indexing.slice(first(name, arguments), rest(arguments));
      case "eq" -> Value.Truth.of(Comparison.equalsAny(first(name, arguments), rest(arguments)));
      case "call" -> throw notAFunction(first(name, arguments));
      default -> Value.Truth.of(compare(name, arguments));
    };
  }

  private static boolean compare(String name, List<Value> arguments) {
    if (arguments.size() != 2) throw wrongCount(name, "2", arguments.size());
    Value left = arguments.get(0);
    Value right = arguments.get(1);
    return switch (name) {
      case "ne" -> !Comparison.equalsAny(left, List.of(right));
      case "lt" -> Comparison.compare(left, right) < 0;
      case "le" -> Comparison.compare(left, right) <= 0;
      case "gt" -> Comparison.compare(left, right) > 0;
      case "ge" -> Comparison.compare(left, right) >= 0;
      default -> throw new RenderFailure("there is no function " + name);
    };
  }

  private static String printf(List<Value> arguments) {
    if (first("printf", arguments) instanceof Value.Text(String format)) {
      return new Printf(format, rest(arguments)).text();
    }
    throw new RenderFailure("printf wants a text first");
  }

  private static Value only(String name, List<Value> arguments) {
    if (arguments.size() != 1) throw wrongCount(name, "1", arguments.size());
    return arguments.getFirst();
  }

  private static Value first(String name, List<Value> arguments) {
    if (arguments.isEmpty()) throw wrongCount(name, "at least 1", 0);
    return arguments.getFirst();
  }

  private static List<Value> rest(List<Value> arguments) {
    return arguments.subList(1, arguments.size());
  }

  /** No value of a template is a function. */
  private static RenderFailure notAFunction(Value value) {
    return new RenderFailure("non-function of type " + value.goType());
  }

  static RenderFailure wrongCount(String name, String wanted, int got) {
    return new RenderFailure(
        "wrong number of args for " + name + ": want " + wanted + " got " + got);
  }
}
