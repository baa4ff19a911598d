package dev.latchkey.cli.invocation;

import dev.latchkey.client.ApiClient;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Enumeration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Sees what the program's own class loader sees, but looks for what others may bring, namely
 * providers, token stores and sources of settings, only where an installation has them: in the
 * folder for providers, and in the client itself. To open the two dozen other jars, only to find
 * none there, would take longer than all else that a short command does. Thread-safe.
 */
public final class InstalledServices extends ClassLoader {

  private static final List<String> BROUGHT =
      List.of(
          "META-INF/services/dev.latchkey.",
          "META-INF/services/org.eclipse.microprofile.config.",
          "META-INF/services/io.smallrye.config.",
          "META-INF/microprofile-config.properties",
          // The log looks for its settings, too, which Logs decides.
          "simplelogger.properties");

  private final URLClassLoader jars;

  private InstalledServices(ClassLoader program, URL[] jars) {
    super(program);
    this.jars = new URLClassLoader(jars, null);
  }

  /** Lets this thread and those that it starts look so; nothing where there is no installation. */
  public static void use() {
    Optional<Path> providers = Installation.providersFolder();
    if (providers.isPresent()) {
      try {
        ClassLoader program = InstalledServices.class.getClassLoader();
        Thread.currentThread()
            .setContextClassLoader(new InstalledServices(program, jars(providers.get())));
      } catch (IOException e) {
        // The program's own class loader finds the same, later.
        return;
      }
    }
  }

  private static URL[] jars(Path providers) throws IOException {
    List<URL> jars = new ArrayList<>();
    jars.add(ApiClient.class.getProtectionDomain().getCodeSource().getLocation());
    try (DirectoryStream<Path> files = Files.newDirectoryStream(providers)) {
      for (Path file : files) {
        if (file.toString().endsWith(".jar")) {
          jars.add(file.toUri().toURL());
        }
      }
    }
    return jars.toArray(new URL[0]);
  }

  @Override
  public @Nullable URL getResource(String name) {
    return isBrought(name) ? jars.findResource(name) : super.getResource(name);
  }

  @Override
  public Enumeration<URL> getResources(String name) throws IOException {
    return isBrought(name) ? jars.findResources(name) : super.getResources(name);
  }

  private static boolean isBrought(String name) {
    for (String prefix : BROUGHT) {
      if (name.startsWith(prefix)) {
        return true;
      }
    }
    return false;
  }
}
