package ratelab.exporter.template;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import ratelab.exporter.template.Block.Flow;
import ratelab.exporter.template.Token.Kind;

/** Parses a template: text and actions, and what nests in them. */
final class Parser {
  private static final Set<String> KEYWORDS =
      Set.of(
          "block", "break", "continue", "define", "else", "end", "if", "range", "template", "with");

  private final Tokens tokens;
  private final Map<String, Block> named;
  private final Scope scope;
  private final PipelineParser pipelines;

  Parser(String text) throws TemplateException {
    this(new Tokens(Lexer.tokens(text)), new HashMap<>(), new Scope());
  }

  private Parser(Tokens tokens, Map<String, Block> named, Scope scope) {
    this.tokens = tokens;
    this.named = named;
    this.scope = scope;
    this.pipelines = new PipelineParser(tokens, scope);
  }

  static boolean isKeyword(Token token) {
    return token.is(Kind.IDENTIFIER) && KEYWORDS.contains(token.text());
  }

  Template parse() throws TemplateException {
    List<Node> nodes = new ArrayList<>();
    while (!tokens.peek().is(Kind.END)) {
      if (tokens.peek().is(Kind.OPEN) && tokens.second().isWord("define")) define();
      else if (isClause("end") || isClause("else")) {
        throw Tokens.unexpected(tokens.second(), "template");
      } else nodes.add(node());
    }
    return new Template(
        new Block(List.copyOf(nodes)), named, scope.fields(), scope.takesAllFields());
  }

  private boolean isClause(String word) {
    return tokens.peek().is(Kind.OPEN) && tokens.second().isWord(word);
  }

  /** Everything up to an {@code else} or {@code end}, which are not taken. */
  private Block block() throws TemplateException {
    List<Node> nodes = new ArrayList<>();
    while (!isClause("end") && !isClause("else")) {
      Token token = tokens.peek();
      if (token.is(Kind.END)) {
        throw new TemplateException(token.line(), "a block has no {{end}}");
      }
      nodes.add(node());
    }
    return new Block(List.copyOf(nodes));
  }

  private void end(String context) throws TemplateException {
    tokens.expect(Kind.OPEN, context);
    Token word = tokens.next();
    if (!word.isWord("end")) throw Tokens.unexpected(word, context);
    tokens.expect(Kind.CLOSE, "end");
  }

  private Node node() throws TemplateException {
    if (tokens.peek().is(Kind.TEXT)) return new Node.Literal(tokens.next().text());
    tokens.expect(Kind.OPEN, "template");
    Token word = tokens.peek();
    if (!isKeyword(word)) return new Node.Action(pipelines.pipeline("command", Kind.CLOSE));
    tokens.next();
    return switch (word.text()) {
      case "if" -> ifNode();
      case "with" -> withNode();
      case "range" -> loop();
      case "template" -> invoke();
      case "block" -> blockNode();
      case "break" -> jump(word, Flow.BREAK);
      case "continue" -> jump(word, Flow.CONTINUE);
      default -> throw Tokens.unexpected(word, "command");
    };
  }

  private Node ifNode() throws TemplateException {
    int mark = scope.enter();
    Pipeline condition = pipelines.pipeline("if", Kind.CLOSE);
    Block then = block();
    Block otherwise = otherwise("if");
    scope.leave(mark);
    return new Node.If(condition, then, otherwise);
  }

  private Node withNode() throws TemplateException {
    int mark = scope.enter();
    Pipeline pipeline = pipelines.pipeline("with", Kind.CLOSE);
    scope.rebindDot();
    Block then = block();
    scope.restoreDot();
    Block otherwise = otherwise("with");
    scope.leave(mark);
    return new Node.With(pipeline, then, otherwise);
  }

  /**
   * What follows the first block, up to and with the {@code end}. {@code else if} in an {@code if},
   * and {@code else with} in a {@code with}, need no end of their own.
   */
  private Block otherwise(String keyword) throws TemplateException {
    if (!isClause("else")) {
      end(keyword);
      return Block.EMPTY;
    }
    tokens.next();
    tokens.next();
    if (tokens.peek().isWord(keyword) && !keyword.equals("range")) {
      tokens.next();
      return new Block(List.of(keyword.equals("if") ? ifNode() : withNode()));
    }
    tokens.expect(Kind.CLOSE, "else");
    Block otherwise = block();
    end(keyword);
    return otherwise;
  }

  private Node loop() throws TemplateException {
    int mark = scope.enter();
    Pipeline over = pipelines.pipeline("range", Kind.CLOSE);
    scope.enterLoop();
    scope.rebindDot();
    Block body = block();
    scope.restoreDot();
    scope.leaveLoop();
    Block otherwise = otherwise("range");
    scope.leave(mark);
    List<String> variables = over.variables();
    return new Loop(
        new Pipeline(List.of(), false, over.commands()),
        variables.size() > 1 ? variables.getFirst() : null,
        variables.isEmpty() ? null : variables.getLast(),
        over.assigns(),
        body,
        otherwise);
  }

  private Node jump(Token word, Flow flow) throws TemplateException {
    tokens.expect(Kind.CLOSE, word.text());
    if (!scope.isInLoop()) {
      throw new TemplateException(word.line(), "{{" + word.text() + "}} outside {{range}}");
    }
    return new Node.Jump(flow);
  }

  private Node invoke() throws TemplateException {
    String name = name("template clause");
    if (tokens.skip(Kind.CLOSE)) return new Node.Invoke(name, Pipeline.EMPTY);
    return new Node.Invoke(name, pipelines.pipeline("template clause", Kind.CLOSE));
  }

  private Node blockNode() throws TemplateException {
    String name = name("block clause");
    int line = tokens.peek().line();
    Pipeline data = pipelines.pipeline("block clause", Kind.CLOSE);
    body(name, line, "block clause");
    return new Node.Invoke(name, data);
  }

  private void define() throws TemplateException {
    tokens.next();
    int line = tokens.next().line();
    String name = name("define clause");
    tokens.expect(Kind.CLOSE, "define clause");
    body(name, line, "define clause");
  }

  /** A template by name: one that is blank gives way to another. */
  private void body(String name, int line, String context) throws TemplateException {
    Parser inner = new Parser(tokens, named, scope.nested());
    Block block = inner.block();
    inner.end(context);
    Block before = named.get(name);
    if (before != null && !before.isBlank() && !block.isBlank()) {
      throw new TemplateException(line, "multiple definition of template \"" + name + "\"");
    }
    if (before == null || before.isBlank()) named.put(name, block);
  }

  private String name(String context) throws TemplateException {
    Token token = tokens.next();
    if (token.is(Kind.RAW_STRING)) return token.text().substring(1, token.text().length() - 1);
    if (!token.is(Kind.STRING)) throw Tokens.unexpected(token, context);
    return Literals.text(token.text())
        .orElseThrow(() -> new TemplateException(token.line(), token.text() + " is no text"));
  }
}
