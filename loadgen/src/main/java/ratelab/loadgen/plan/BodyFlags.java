package ratelab.loadgen.plan;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import ratelab.loadgen.request.BodySource;
import ratelab.loadgen.request.BodySource.Field;
import ratelab.loadgen.request.Template;

/** What requests carry: -d -D --body-lines --form --multipart. */
final class BodyFlags {
  private static final List<Flag> FLAGS =
      List.of(Flag.BODY, Flag.BODY_FILE, Flag.BODY_LINES, Flag.FORM, Flag.MULTIPART);

  private BodyFlags() {}

  /** The flag that says what requests carry; empty for nothing. */
  static Optional<Flag> given(FlagValues flags) throws BadUsage {
    List<Flag> given = FLAGS.stream().filter(flag -> isGiven(flags, flag)).toList();
    if (given.size() > 1) {
      throw BadUsage.senseless(
          given.get(0).spelling()
              + " and "
              + given.get(1).spelling()
              + " exclude each other; give one of them");
    }
    return given.stream().findFirst();
  }

  /** hey's -d with nothing is no body. */
  private static boolean isGiven(FlagValues flags, Flag flag) {
    return flags.text(flag).filter(text -> flag != Flag.BODY || !text.isEmpty()).isPresent();
  }

  static BodySource body(FlagValues flags, Templates templates) throws BadUsage {
    Optional<Flag> given = given(flags);
    if (given.isEmpty()) {
      return new BodySource.None();
    }
    String text = flags.text(given.get()).orElse("");
    return switch (given.get()) {
      case BODY_FILE ->
          flags.has(Flag.TEMPLATE)
              ? texts(List.of(TextFiles.text(Flag.BODY_FILE, text)), templates)
              : new BodySource.Bytes(TextFiles.bytes(Flag.BODY_FILE, text));
      case BODY_LINES -> texts(TextFiles.lines(Flag.BODY_LINES, text), templates);
      case FORM -> form(flags.texts(Flag.FORM), templates);
      case MULTIPART -> multipart(flags.texts(Flag.MULTIPART), templates);
      default -> texts(List.of(text), templates);
    };
  }

  private static BodySource texts(List<String> texts, Templates templates) throws BadUsage {
    List<Template> all = new ArrayList<>();
    for (String text : texts) {
      all.add(templates.template(text));
    }
    return new BodySource.Texts(all);
  }

  private static BodySource form(List<String> fields, Templates templates) throws BadUsage {
    List<Field.Value> values = new ArrayList<>();
    for (String field : fields) {
      int equals = equals(Flag.FORM, field);
      values.add(
          new Field.Value(
              field.substring(0, equals), templates.template(field.substring(equals + 1))));
    }
    return new BodySource.Form(values);
  }

  private static BodySource multipart(List<String> fields, Templates templates) throws BadUsage {
    List<Field> parts = new ArrayList<>();
    for (String field : fields) {
      int equals = equals(Flag.MULTIPART, field);
      String name = field.substring(0, equals);
      String value = field.substring(equals + 1);
      parts.add(
          value.startsWith("@")
              ? upload(name, value.substring(1))
              : new Field.Value(name, templates.template(value)));
    }
    return new BodySource.Multipart(ContentTypes.BOUNDARY, parts);
  }

  private static Field upload(String name, String path) throws BadUsage {
    Path file = Path.of(path).getFileName();
    return new Field.Upload(name, String.valueOf(file), TextFiles.bytes(Flag.MULTIPART, path));
  }

  private static int equals(Flag flag, String field) throws BadUsage {
    int equals = field.indexOf('=');
    if (equals < 1) {
      throw BadUsage.senseless(
          flag.spelling() + " '" + field + "': no name; write it like name=value");
    }
    return equals;
  }
}
