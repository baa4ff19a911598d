package dev.latchkey.cli.data;

import dev.latchkey.cli.failure.UsageException;
import dev.latchkey.cli.invocation.Invocation;
import dev.latchkey.cli.invocation.NamedInput;
import dev.latchkey.cli.manual.Examples;
import dev.latchkey.client.ApiClient;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Downloads files. */
@Command(
    name = "download",
    description = {
      "Download a file, or many. What a broken download leaves (NAME.part) is gone on from.",
      "A file that lives on another server is fetched from there without the credential."
    })
@Examples({
  "latchkey download analyses/MGYA00000001/files/reads.fasta.gz",
  "latchkey download https://files.example.org/a.tsv a.tsv --checksum sha-256:9f86d081…",
  "latchkey get analyses/MGYA00000001 | latchkey download --from-json - --to files/"
})
public final class DownloadCommand implements Callable<Integer> {

  private static final int LARGEST_LIST = 64 << 20;

  private final Invocation invocation;

  @Parameters(
      index = "0",
      arity = "0..1",
      paramLabel = "PATH",
      description = "The file: relative to the service's URL, or a URL.")
  private @Nullable String path;

  @Parameters(
      index = "1",
      arity = "0..1",
      paramLabel = "FILE",
      description = "Where to put it (default: its own name, here).")
  private @Nullable Path file;

  @Option(
      names = "--from-json",
      paramLabel = "FILE|-",
      description = {
        "Download every file that has a 'url' in this JSON, or in its 'downloads'.",
        "Files of the same name go into folders named after their 'parent_identifier'."
      })
  private @Nullable String list;

  @Option(
      names = "--to",
      paramLabel = "DIR",
      defaultValue = ".",
      description = "The directory for them (default: this one).")
  private Path directory = Path.of(".");

  @Option(
      names = "--parallel",
      paramLabel = "N",
      defaultValue = "4",
      description = "How many at a time, 1 to 16 (default: ${DEFAULT-VALUE}).")
  private int parallel = 4;

  @Option(
      names = "--checksum",
      paramLabel = "NAME:HEX",
      description = "What the file must come to: sha-256, sha-512 or md5.")
  private @Nullable String checksum;

  @Mixin private WaitOption patience = new WaitOption();

  @Option(names = "--force", description = "Replace files that are there already.")
  private boolean force;

  @Option(names = "--anonymous", description = "Send no credential.")
  private boolean anonymous;

  /** Makes it for one run of the program. */
  public DownloadCommand(Invocation invocation) {
    this.invocation = invocation;
  }

  @Override
  public Integer call() {
    if ((path == null) == (list == null) || (list != null && (file != null || checksum != null))) {
      throw new UsageException("Give a PATH and perhaps a FILE, or --from-json alone.");
    }
    if (parallel < 1 || parallel > 16) {
      throw new UsageException("--parallel takes 1 to 16.");
    }
    try (ApiClient client = invocation.open()) {
      DownloadRules rules = new DownloadRules(force, anonymous, patience.longest());
      return list == null
          ? new DownloadJob(invocation, client, rules).run(one(path == null ? "" : path))
          : new ManyDownloads(invocation, client, rules, many(list)).run(parallel);
    }
  }

  private WantedFile one(String from) {
    Path target = file == null ? directory.resolve(WantedFile.nameOf(from)) : file;
    return WantedFile.of(
            from, Files.isDirectory(target) ? target.resolve(WantedFile.nameOf(from)) : target)
        .withChecksum(checksum);
  }

  private List<WantedFile> many(String from) {
    byte[] list = new NamedInput("list of files", LARGEST_LIST).read(from, invocation.streams());
    FileList found =
        FileList.read(new StringReader(new String(list, StandardCharsets.UTF_8)), directory);
    if (found.withoutUrl() > 0) {
      invocation.say("Left out, for want of a URL: " + found.withoutUrl() + " files of the list.");
    }
    makeFolders(found.files());
    return found.files();
  }

  private static void makeFolders(List<WantedFile> files) {
    for (WantedFile file : files) {
      Path folder = file.target().toAbsolutePath().getParent();
      try {
        Files.createDirectories(folder);
      } catch (IOException e) {
        throw new UsageException("Could not make the directory " + folder + ".");
      }
    }
  }

  /** How files are downloaded. */
  record DownloadRules(boolean force, boolean anonymous, Duration longestWait) {}
}
