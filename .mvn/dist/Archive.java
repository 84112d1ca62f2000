import java.io.IOException;
import java.nio.file.Path;

/** Packs a folder, with nothing in it of who packed it or when. */
final class Archive {
  private Archive() {}

  static Path of(Path folder, String time) throws IOException {
    Path tar = folder.resolveSibling(folder.getFileName() + ".tar");
    Command.run(
        "tar",
        "--sort=name",
        "--mtime=" + time,
        "--owner=0",
        "--group=0",
        "--numeric-owner",
        "--mode=u+w,go-w",
        "--format=gnu",
        "-cf",
        tar.toString(),
        "-C",
        folder.getParent().toString(),
        folder.getFileName().toString());
    Command.run("gzip", "-9", "-n", "-f", tar.toString());
    return folder.resolveSibling(folder.getFileName() + ".tar.gz");
  }
}
