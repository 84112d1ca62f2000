package ratelab.exporter.template;

import java.time.Instant;
import java.util.List;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/** What the fields and functions of a template give, with the name its type has in Go. */
public sealed interface Value {
  /** The name that error texts such as {@code %!d(string=x)} contain. */
  String goType();

  /** Whether {@code if} takes its first branch: not zero, not empty. */
  boolean isTrue();

  /** What a key that a map lacks gives; {@code nil} as an argument. */
  enum None implements Value {
    NONE;

    @Override
    public String goType() {
      return "<nil>";
    }

    @Override
    public boolean isTrue() {
      return false;
    }
  }

  record Text(String text) implements Value {
    @Override
    public String goType() {
      return "string";
    }

    @Override
    public boolean isTrue() {
      return !text.isEmpty();
    }
  }

  record Truth(boolean isTrue) implements Value {
    static final Truth TRUE = new Truth(true);
    static final Truth FALSE = new Truth(false);

    static Truth of(boolean isTrue) {
      return isTrue ? TRUE : FALSE;
    }

    @Override
    public String goType() {
      return "bool";
    }
  }

  /** A whole number; Go's types differ by name, and months and days of the week print as words. */
  record Whole(long number, String goType) implements Value {
    public static Whole of(long number) {
      return new Whole(number, "int");
    }

    @Override
    public boolean isTrue() {
      return number != 0;
    }
  }

  record Real(double number) implements Value {
    @Override
    public String goType() {
      return "float64";
    }

    @Override
    public boolean isTrue() {
      return number != 0;
    }
  }

  record TextList(List<String> texts) implements Value {
    public TextList {
      texts = List.copyOf(texts);
    }

    @Override
    public String goType() {
      return "[]string";
    }

    @Override
    public boolean isTrue() {
      return !texts.isEmpty();
    }
  }

  /** The map is not copied; whoever renders leaves it alone. */
  record TextMap(SortedMap<String, String> texts) implements Value {
    @Override
    public String goType() {
      return "map[string]string";
    }

    @Override
    public boolean isTrue() {
      return !texts.isEmpty();
    }
  }

  /** A time in UTC. */
  record Moment(Instant instant) implements Value {
    @Override
    public String goType() {
      return "time.Time";
    }

    @Override
    public boolean isTrue() {
      return true;
    }
  }

  /** A structure with fields; what a template is rendered with. */
  non-sealed interface Struct extends Value {
    /** The value of a field; null if there is none of this name. */
    @Nullable Value field(String name);

    /** The fields in the order in which Go prints them. */
    List<String> fieldsInOrder();

    @Override
    default boolean isTrue() {
      return true;
    }
  }
}
