package ratelab.exporter.template;

import java.util.ArrayList;
import java.util.List;
import ratelab.exporter.template.Pipeline.Command;
import ratelab.exporter.template.Token.Kind;

/** Parses what stands in an action: declarations, commands, operands. */
final class PipelineParser {
  private final Tokens tokens;
  private final Scope scope;

  PipelineParser(Tokens tokens, Scope scope) {
    this.tokens = tokens;
    this.scope = scope;
  }

  /** Parses up to the end of the action or the parenthesis, and takes that too. */
  Pipeline pipeline(String context, Kind end) throws TemplateException {
    int line = tokens.peek().line();
    List<String> variables = new ArrayList<>();
    boolean assigns = declarations(context, variables);
    // As in Go, a variable may be named where its own value is worked out, to no avail.
    variables.forEach(scope::declare);
    List<Command> commands = new ArrayList<>();
    while (!tokens.skip(end)) {
      commands.add(command(context));
      if (commands.size() > 1) checkIsCallable(commands);
    }
    if (commands.isEmpty()) throw new TemplateException(line, "missing value for " + context);
    return new Pipeline(List.copyOf(variables), assigns, List.copyOf(commands));
  }

  /** Variables before {@code :=} or {@code =}; true for the latter. */
  private boolean declarations(String context, List<String> variables) throws TemplateException {
    if (!tokens.peek().is(Kind.VARIABLE)) return false;
    Kind after = tokens.second().kind();
    if (after == Kind.COMMA) {
      variables.add(tokens.next().text());
      Token comma = tokens.next();
      boolean pair = context.equals("range") && tokens.peek().is(Kind.VARIABLE);
      if (!pair) throw Tokens.unexpected(comma, context);
      after = tokens.second().kind();
      if (after != Kind.DECLARE && after != Kind.ASSIGN) {
        throw Tokens.unexpected(tokens.second(), context);
      }
    }
    if (after != Kind.DECLARE && after != Kind.ASSIGN) return false;
    variables.add(tokens.next().text());
    tokens.next();
    return after == Kind.ASSIGN;
  }

  /** Only a function or method can take the value of the command before. */
  private void checkIsCallable(List<Command> commands) throws TemplateException {
    Expression head = commands.getLast().head();
    boolean constant =
        head instanceof Expression.Constant
            || head instanceof Expression.Dot
            || head instanceof Expression.Nil;
    if (constant) {
      throw new TemplateException(
          tokens.peek().line(), "non executable command in pipeline stage " + commands.size());
    }
  }

  private Command command(String context) throws TemplateException {
    List<Expression> operands = new ArrayList<>();
    Token token = tokens.peek();
    if (token.is(Kind.PIPE)) throw Tokens.unexpected(token, context);
    while (isOperand(token)) {
      operands.add(operand());
      token = tokens.peek();
      if (isOperand(token) && !token.spaced()) throw Tokens.unexpected(token, "operand");
    }
    boolean ends = token.is(Kind.CLOSE) || token.is(Kind.RIGHT_PARENTHESIS);
    // Go lets a pipe end a pipeline.
    if (!tokens.skip(Kind.PIPE) && !ends) {
      throw Tokens.unexpected(token, operands.isEmpty() ? context : "operand");
    }
    if (operands.isEmpty()) throw Tokens.unexpected(token, context);
    return new Command(operands.getFirst(), List.copyOf(operands.subList(1, operands.size())));
  }

  private static boolean isOperand(Token token) {
    return switch (token.kind()) {
      case IDENTIFIER -> !Parser.isKeyword(token);
      case FIELD, VARIABLE, DOT, NUMBER, CHARACTER, STRING, RAW_STRING, LEFT_PARENTHESIS -> true;
      default -> false;
    };
  }

  private Expression operand() throws TemplateException {
    Token token = tokens.next();
    return switch (token.kind()) {
      case IDENTIFIER -> word(token);
      case FIELD -> {
        List<String> path = path(token);
        scope.usesDot(path);
        yield new Expression.Field(path);
      }
      case VARIABLE -> variable(token);
      case DOT -> {
        refusePath(token);
        scope.usesDot(List.of());
        yield new Expression.Dot();
      }
      case LEFT_PARENTHESIS -> parenthesised();
      default -> constant(token);
    };
  }

  private Expression word(Token token) throws TemplateException {
    Expression term =
        switch (token.text()) {
          case "nil" -> new Expression.Nil();
          case "true" -> new Expression.Constant(Value.Truth.TRUE);
          case "false" -> new Expression.Constant(Value.Truth.FALSE);
          default -> function(token);
        };
    if (term instanceof Expression.Function) return chained(term);
    refusePath(token);
    return term;
  }

  private static Expression function(Token token) throws TemplateException {
    if (Functions.isDefined(token.text())) return new Expression.Function(token.text());
    throw new TemplateException(token.line(), "function \"" + token.text() + "\" not defined");
  }

  private Expression variable(Token token) throws TemplateException {
    if (!scope.isDeclared(token.text())) {
      throw new TemplateException(token.line(), "undefined variable \"" + token.text() + "\"");
    }
    List<String> path = path();
    if (token.text().equals("$")) scope.uses(path);
    return new Expression.Variable(token.text(), path);
  }

  private Expression parenthesised() throws TemplateException {
    return chained(pipeline("parenthesized pipeline", Kind.RIGHT_PARENTHESIS));
  }

  private Expression chained(Expression head) {
    List<String> path = path();
    return path.isEmpty() ? head : new Expression.Chain(head, path);
  }

  private Expression constant(Token token) throws TemplateException {
    Value value =
        switch (token.kind()) {
          case NUMBER -> Literals.number(token.text()).orElseThrow(() -> bad("number", token));
          case CHARACTER ->
              Literals.character(token.text()).orElseThrow(() -> bad("character", token));
          case STRING ->
              new Value.Text(Literals.text(token.text()).orElseThrow(() -> bad("text", token)));
          default -> new Value.Text(token.text().substring(1, token.text().length() - 1));
        };
    refusePath(token);
    return new Expression.Constant(value);
  }

  private static TemplateException bad(String what, Token token) {
    return new TemplateException(token.line(), token.text() + " is no " + what);
  }

  private List<String> path(Token first) {
    List<String> path = new ArrayList<>();
    path.add(first.text().substring(1));
    path.addAll(path());
    return List.copyOf(path);
  }

  /** The fields that follow without a space. */
  private List<String> path() {
    List<String> path = new ArrayList<>();
    while (tokens.peek().is(Kind.FIELD) && !tokens.peek().spaced()) {
      path.add(tokens.next().text().substring(1));
    }
    return List.copyOf(path);
  }

  private void refusePath(Token term) throws TemplateException {
    if (!path().isEmpty()) {
      throw new TemplateException(term.line(), "unexpected . after term " + term.shown());
    }
  }
}
