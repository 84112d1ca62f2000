import com.google.googlejavaformat.java.Formatter;
import com.google.googlejavaformat.java.FormatterException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** {@code check} fails on Java files that are not formatted; {@code apply} rewrites them. */
void main(String[] args) throws IOException, FormatterException {
  boolean apply = args.length > 0 && args[0].equals("apply");
  Formatter formatter = new Formatter();
  int wrong = 0;
  for (Path file : sources()) {
    String source = Files.readString(file);
    String formatted;
    try {
      formatted = formatter.formatSourceAndFixImports(source);
    } catch (FormatterException e) {
      System.err.println(file + ": does not parse: " + e.getMessage());
      wrong++;
      continue;
    }
    if (formatted.equals(source)) continue;
    if (apply) {
      Files.writeString(file, formatted);
      System.out.println("formatted " + file);
    } else {
      System.err.println("not formatted: " + file);
      wrong++;
    }
  }
  if (wrong > 0) {
    System.err.println(wrong + " file(s); `mvn -q -N -Pformat validate` formats them");
    System.exit(1);
  }
}

static List<Path> sources() throws IOException {
  try (var tree = Files.walk(Path.of(""), 30)) {
    return tree.filter(p -> p.toString().endsWith(".java"))
        .filter(p -> p.getNameCount() > 2 && p.getName(1).toString().equals("src"))
        .sorted()
        .toList();
  }
}
