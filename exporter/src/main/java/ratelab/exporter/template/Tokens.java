package ratelab.exporter.template;

import java.util.List;
import ratelab.exporter.template.Token.Kind;

/** The words of a template, taken one after the other. */
final class Tokens {
  private final List<Token> tokens;
  private int at;

  Tokens(List<Token> tokens) {
    this.tokens = tokens;
  }

  Token peek() {
    return tokens.get(at);
  }

  /** The word after the next one. */
  Token second() {
    return tokens.get(Math.min(at + 1, tokens.size() - 1));
  }

  /** The last word, the end, stays. */
  Token next() {
    Token token = peek();
    if (at < tokens.size() - 1) at++;
    return token;
  }

  boolean skip(Kind kind) {
    boolean here = peek().is(kind);
    if (here) next();
    return here;
  }

  Token expect(Kind kind, String context) throws TemplateException {
    Token token = next();
    if (!token.is(kind)) throw unexpected(token, context);
    return token;
  }

  static TemplateException unexpected(Token token, String context) {
    return new TemplateException(token.line(), "unexpected " + token.shown() + " in " + context);
  }
}
