package ratelab.exporter.proc;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongFunction;
import ratelab.exporter.proc.libc.NativeAccess;

/** Names of users by uid; a name once found is kept for good. One thread at a time. */
public final class UserNames {
  private static final Path PASSWD = Path.of("/etc/passwd");

  private final LongFunction<Optional<String>> source;
  private final Map<Long, String> known = new HashMap<>();

  private UserNames(LongFunction<Optional<String>> source) {
    this.source = source;
  }

  /** Names from a file in passwd(5) format alone. */
  public UserNames(Path passwd) {
    this(new PasswdFile(passwd)::nameOf);
  }

  /**
   * Names as this system knows them, directories such as LDAP included; those of {@code
   * /etc/passwd} where native access is not allowed.
   */
  public static UserNames ofThisSystem() {
    return NativeAccess.isPermitted()
        ? new UserNames(new NameService()::nameOf)
        : new UserNames(PASSWD);
  }

  /** The name, or the number itself where nobody has one for it. */
  public String nameOf(long uid) {
    String name = known.get(uid);
    if (name != null) return name;
    Optional<String> found = source.apply(uid);
    found.ifPresent(text -> known.put(uid, text));
    return found.orElse(Long.toString(uid));
  }
}
