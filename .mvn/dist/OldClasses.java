import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassFileVersion;
import java.lang.classfile.ClassHierarchyResolver;
import java.lang.classfile.ClassTransform;
import java.lang.classfile.CodeBuilder;
import java.lang.constant.ClassDesc;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * Gives classes that were compiled for Java 5 and older, such as picocli's, the stack maps of newer
 * ones: without them a class cannot be linked ahead of time, and is loaded and verified the slow
 * way at each start.
 */
final class OldClasses {
  private static final int FIRST_WITH_STACK_MAPS = ClassFile.JAVA_6_VERSION;
  private static final int MAJOR_VERSION_OFFSET = 6;

  private OldClasses() {}

  /** Rewrites them in a jar; how many there were. */
  static int renew(Path jar) throws IOException {
    int renewed = 0;
    try (FileSystem files = FileSystems.newFileSystem(jar)) {
      Path root = files.getPath("/");
      for (Path file : classes(root)) {
        byte[] bytes = Files.readAllBytes(file);
        if (major(bytes) >= FIRST_WITH_STACK_MAPS) continue;
        Files.write(file, renew(bytes, root));
        renewed++;
      }
    }
    return renewed;
  }

  private static byte[] renew(byte[] bytes, Path root) {
    ClassFile files =
        ClassFile.of(
            ClassFile.StackMapsOption.GENERATE_STACK_MAPS,
            // With the old pool, code would be copied as it is.
            ClassFile.ConstantPoolSharingOption.NEW_POOL,
            ClassFile.ClassHierarchyResolverOption.of(
                ClassHierarchyResolver.ofResourceParsing(name -> resource(name, root))
                    .orElse(ClassHierarchyResolver.defaultResolver())));
    return files.transformClass(
        files.parse(bytes),
        ClassTransform.transformingMethodBodies(CodeBuilder::with)
            .andThen(
                (builder, element) -> {
                  if (element instanceof ClassFileVersion) {
                    builder.withVersion(ClassFile.JAVA_8_VERSION, 0);
                  } else {
                    builder.with(element);
                  }
                }));
  }

  private static InputStream resource(ClassDesc name, Path root) {
    String descriptor = name.descriptorString();
    Path file = root.resolve(descriptor.substring(1, descriptor.length() - 1) + ".class");
    try {
      return Files.exists(file) ? Files.newInputStream(file) : null;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static int major(byte[] bytes) {
    return (bytes[MAJOR_VERSION_OFFSET] & 0xff) << 8 | bytes[MAJOR_VERSION_OFFSET + 1] & 0xff;
  }

  private static List<Path> classes(Path root) throws IOException {
    try (Stream<Path> all = Files.walk(root)) {
      return all.filter(file -> file.toString().endsWith(".class")).toList();
    }
  }
}
