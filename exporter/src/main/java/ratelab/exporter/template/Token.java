package ratelab.exporter.template;

/**
 * A word of the language.
 *
 * @param text as written; of a {@code TEXT} between actions, what trim markers leave of it
 * @param spaced whether white space stands before it
 */
record Token(Kind kind, String text, int line, boolean spaced) {
  enum Kind {
    TEXT,
    OPEN,
    CLOSE,
    END,
    IDENTIFIER,
    FIELD,
    VARIABLE,
    DOT,
    NUMBER,
    CHARACTER,
    STRING,
    RAW_STRING,
    PIPE,
    COMMA,
    ASSIGN,
    DECLARE,
    LEFT_PARENTHESIS,
    RIGHT_PARENTHESIS
  }

  boolean is(Kind wanted) {
    return kind == wanted;
  }

  boolean isWord(String word) {
    return kind == Kind.IDENTIFIER && text.equals(word);
  }

  String shown() {
    return kind == Kind.END ? "the end of the template" : "\"" + text + "\"";
  }
}
