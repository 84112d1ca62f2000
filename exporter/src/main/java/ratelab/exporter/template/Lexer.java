package ratelab.exporter.template;

import java.util.ArrayList;
import java.util.List;
import ratelab.exporter.template.Token.Kind;

/** Cuts a template into words: text between actions, and what stands in them. */
final class Lexer {
  private static final String OPEN = "{{";
  private static final String CLOSE = "}}";
  private static final String TRIM_CLOSE = "-}}";
  private static final String SPACES = " \t\r\n";

  private final String text;
  private final List<Token> tokens = new ArrayList<>();
  private int at;
  private int line = 1;
  private int parentheses;
  private boolean trimsNext;
  private boolean pendingSpace;

  private Lexer(String text) {
    this.text = text;
  }

  static List<Token> tokens(String text) throws TemplateException {
    Lexer lexer = new Lexer(text);
    lexer.run();
    return lexer.tokens;
  }

  private void run() throws TemplateException {
    while (at < text.length()) {
      int open = text.indexOf(OPEN, at);
      int end = open < 0 ? text.length() : open;
      literal(end, open >= 0 && trimsBefore(open + OPEN.length()));
      if (open >= 0) action();
    }
    add(Kind.END, "", false);
  }

  private void literal(int end, boolean trimsEnd) {
    int from = at;
    int to = end;
    if (trimsNext) while (from < to && isSpace(text.charAt(from))) from++;
    if (trimsEnd) while (to > from && isSpace(text.charAt(to - 1))) to--;
    if (to > from) add(Kind.TEXT, text.substring(from, to), false);
    trimsNext = false;
    moveTo(end);
  }

  private boolean trimsBefore(int index) {
    return text.startsWith("-", index)
        && index + 1 < text.length()
        && isSpace(text.charAt(index + 1));
  }

  private void action() throws TemplateException {
    int inside = at + OPEN.length();
    if (trimsBefore(inside)) inside++;
    int comment = inside > at + OPEN.length() ? inside + 1 : inside;
    if (text.startsWith("/*", comment)) {
      moveTo(comment);
      comment();
      return;
    }
    add(Kind.OPEN, OPEN, false);
    moveTo(inside);
    parentheses = 0;
    while (!closed()) word();
  }

  private void comment() throws TemplateException {
    int end = text.indexOf("*/", at);
    if (end < 0) throw error("a comment has no end, */");
    moveTo(end + 2);
    boolean spaced = skipOneTrimSpace();
    if (!close(spaced)) throw error("a comment must end right before the closing }}");
  }

  /** The space of a trim marker {@code " -}}"}, which belongs to it. */
  private boolean skipOneTrimSpace() {
    boolean marker =
        at < text.length() && isSpace(text.charAt(at)) && text.startsWith(TRIM_CLOSE, at + 1);
    if (marker) moveTo(at + 1);
    return marker;
  }

  /** Takes the end of an action, if it is here. */
  private boolean close(boolean spaced) {
    boolean trims = spaced && text.startsWith(TRIM_CLOSE, at);
    if (!trims && !text.startsWith(CLOSE, at)) return false;
    moveTo(at + (trims ? TRIM_CLOSE : CLOSE).length());
    trimsNext = trims;
    return true;
  }

  private boolean closed() throws TemplateException {
    int before = at;
    while (at < text.length() && isSpace(text.charAt(at))) moveTo(at + 1);
    boolean spaced = at > before;
    if (at >= text.length()) throw error("an action has no end, }}");
    int closeLine = line;
    if (close(spaced)) {
      if (parentheses > 0) throw error("a ( has no )");
      tokens.add(new Token(Kind.CLOSE, CLOSE, closeLine, spaced));
      return true;
    }
    pendingSpace = spaced;
    return false;
  }

  private void word() throws TemplateException {
    char c = text.charAt(at);
    switch (c) {
      case '|' -> symbol(Kind.PIPE, 1);
      case ',' -> symbol(Kind.COMMA, 1);
      case '=' -> symbol(Kind.ASSIGN, 1);
      case ':' -> {
        if (!text.startsWith(":=", at)) throw error("expected := after a variable");
        symbol(Kind.DECLARE, 2);
      }
      case '(' -> {
        parentheses++;
        symbol(Kind.LEFT_PARENTHESIS, 1);
      }
      case ')' -> {
        if (--parentheses < 0) throw error("a ) has no (");
        symbol(Kind.RIGHT_PARENTHESIS, 1);
      }
      case '"' -> quoted(Kind.STRING, '"', "a text has no closing \"");
      case '\'' -> quoted(Kind.CHARACTER, '\'', "a character has no closing '");
      case '`' -> raw();
      case '$' -> name(Kind.VARIABLE);
      case '.' -> dotted();
      default -> nameOrNumber(c);
    }
  }

  private void symbol(Kind kind, int length) {
    take(kind, at + length);
  }

  private void dotted() throws TemplateException {
    boolean number = at + 1 < text.length() && isDigit(text.charAt(at + 1));
    if (number) number();
    else if (terminates(at + 1)) symbol(Kind.DOT, 1);
    else name(Kind.FIELD);
  }

  private void nameOrNumber(char c) throws TemplateException {
    if (c == '+' || c == '-' || isDigit(c)) number();
    else if (isNamePart(text.codePointAt(at))) name(Kind.IDENTIFIER);
    else throw error("unexpected character " + Character.toString(text.codePointAt(at)));
  }

  private void name(Kind kind) throws TemplateException {
    int end = kind == Kind.IDENTIFIER ? at : at + 1;
    while (end < text.length() && isNamePart(text.codePointAt(end))) {
      end += Character.charCount(text.codePointAt(end));
    }
    if (!terminates(end)) {
      throw error("unexpected character " + Character.toString(text.codePointAt(end)));
    }
    take(kind, end);
  }

  /** Letters and digits with points and signs; whether they make a number is told later. */
  private void number() throws TemplateException {
    int end = at + 1;
    while (end < text.length() && (isNamePart(text.charAt(end)) || isPartOfNumber(end))) end++;
    take(Kind.NUMBER, end);
  }

  private boolean isPartOfNumber(int index) {
    char c = text.charAt(index);
    boolean sign = c == '+' || c == '-';
    return c == '.' || (sign && "eEpP".indexOf(text.charAt(index - 1)) >= 0);
  }

  private void quoted(Kind kind, char quote, String complaint) throws TemplateException {
    int end = at + 1;
    while (end < text.length() && text.charAt(end) != quote && text.charAt(end) != '\n') {
      end += text.charAt(end) == '\\' ? 2 : 1;
    }
    if (end >= text.length() || text.charAt(end) == '\n') throw error(complaint);
    take(kind, end + 1);
  }

  private void raw() throws TemplateException {
    int end = text.indexOf('`', at + 1);
    if (end < 0) throw error("a text has no closing `");
    take(Kind.RAW_STRING, end + 1);
  }

  private void take(Kind kind, int end) {
    add(kind, text.substring(at, end), pendingSpace);
    moveTo(end);
  }

  private void add(Kind kind, String word, boolean spaced) {
    tokens.add(new Token(kind, word, line, spaced));
  }

  private void moveTo(int end) {
    for (; at < end; at++) {
      if (text.charAt(at) == '\n') line++;
    }
  }

  private boolean terminates(int index) {
    return index >= text.length()
        || isSpace(text.charAt(index))
        || ".,|:)(".indexOf(text.charAt(index)) >= 0
        || text.startsWith(CLOSE, index);
  }

  private static boolean isSpace(char c) {
    return SPACES.indexOf(c) >= 0;
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  private static boolean isNamePart(int c) {
    return c == '_' || Character.isLetter(c) || Character.isDigit(c);
  }

  private TemplateException error(String message) {
    return new TemplateException(line, message);
  }
}
