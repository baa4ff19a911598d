package dev.latchkey.client.internal.provider;

import dev.latchkey.auth.AuthProvider;
import dev.latchkey.auth.TokenStoreProvider;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * A class path of jars with some of the {@link Providers} or {@link Stores}, which exist nowhere
 * else for it.
 */
final class ProviderPath implements AutoCloseable {

  private final Path folder;
  private final String services;
  private final Class<?> common;
  private final List<URL> jars = new ArrayList<>();
  private final List<URLClassLoader> loaders = new ArrayList<>();

  private ProviderPath(Path folder, Class<?> kind, Class<?> common) {
    this.folder = folder;
    this.services = "META-INF/services/" + kind.getName();
    this.common = common;
  }

  static ProviderPath ofProviders(Path folder) {
    return new ProviderPath(folder, AuthProvider.class, Providers.Simple.class);
  }

  static ProviderPath ofStores(Path folder) {
    return new ProviderPath(folder, TokenStoreProvider.class, Stores.Simple.class);
  }

  /** Adds a jar with classes that its service file names. */
  ProviderPath jar(String file, Class<?>... providers) throws IOException {
    List<String> names = Stream.of(providers).map(Class::getName).toList();
    return jar(file, String.join("\n", names), providers);
  }

  /** Adds a jar with classes, and a service file that says what it likes. */
  ProviderPath jar(String file, String listed, Class<?>... classes) throws IOException {
    Path jar = folder.resolve(file);
    try (OutputStream out = Files.newOutputStream(jar);
        ZipOutputStream zip = new ZipOutputStream(out)) {
      put(zip, services, listed.getBytes(StandardCharsets.UTF_8));
      put(zip, file(common), bytes(common));
      for (Class<?> type : classes) {
        put(zip, file(type), bytes(type));
      }
    }
    jars.add(jar.toUri().toURL());
    return this;
  }

  private static void put(ZipOutputStream zip, String name, byte[] content) throws IOException {
    zip.putNextEntry(new ZipEntry(name));
    zip.write(content);
    zip.closeEntry();
  }

  private static String file(Class<?> type) {
    return type.getName().replace('.', '/') + ".class";
  }

  private static byte[] bytes(Class<?> type) throws IOException {
    String name = type.getName().substring(type.getPackageName().length() + 1) + ".class";
    try (InputStream in = Objects.requireNonNull(type.getResourceAsStream(name))) {
      return in.readAllBytes();
    }
  }

  ProviderCatalog catalog() {
    return ProviderCatalog.of(loader());
  }

  ClassLoader loader() {
    URLClassLoader loader = new URLClassLoader(jars.toArray(new URL[0]), new SpiAlone());
    loaders.add(loader);
    return loader;
  }

  /** Where a jar is, as a catalogue tells it. */
  String location(String file) {
    return folder.resolve(file).toUri().toString().replace("file:///", "file:/");
  }

  @Override
  public void close() throws IOException {
    for (URLClassLoader loader : loaders) {
      loader.close();
    }
  }

  /** Sees what the tests see, but for the fixtures and whatever else may provide something. */
  private static final class SpiAlone extends ClassLoader {

    SpiAlone() {
      super(AuthProvider.class.getClassLoader());
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
      if (name.startsWith(Providers.class.getName()) || name.startsWith(Stores.class.getName())) {
        throw new ClassNotFoundException(name);
      }
      return super.loadClass(name, resolve);
    }

    @Override
    public Enumeration<URL> getResources(String name) throws IOException {
      return name.startsWith("META-INF/services/dev.latchkey")
          ? Collections.emptyEnumeration()
          : super.getResources(name);
    }
  }
}
