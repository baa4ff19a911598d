package dev.latchkey.client.internal.config;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** A made-up machine below a temporary directory: nothing of the real one is read. */
final class Ground {

  final Path home;
  final Path code;
  final Path project;
  private final Map<String, String> explicit = new HashMap<>();
  private final Map<String, String> systemProperties = new HashMap<>();
  private final Map<String, String> environment = new HashMap<>();
  private Optional<Path> envFile = Optional.empty();
  private String osName = "Linux";
  private OwnerRule ownerRule = file -> true;
  private ClassLoader classLoader = new ClassLoader(null) {};

  Ground(Path root) {
    this.home = root.resolve("home");
    this.code = root.resolve("code");
    this.project = code.resolve("project");
    try {
      Files.createDirectories(home);
      Files.createDirectories(project);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  Ground explicit(String name, String value) {
    explicit.put(name, value);
    return this;
  }

  Ground systemProperty(String name, String value) {
    systemProperties.put(name, value);
    return this;
  }

  Ground environment(String name, String value) {
    environment.put(name, value);
    return this;
  }

  Ground envFile(String text) {
    return file(project.resolve(".env"), text);
  }

  Ground namedEnvFile(String text) {
    envFile = Optional.of(project.resolve("named.env"));
    return file(project.resolve("named.env"), text);
  }

  Ground namedEnvFile(Path path) {
    envFile = Optional.of(path);
    return this;
  }

  Ground gofigr(Path directory, String json) {
    return file(directory.resolve(".gofigr"), json);
  }

  Ground userFile(String text) {
    return file(home.resolve(".config/latchkey/config.properties"), text);
  }

  Ground file(Path path, String text) {
    try {
      Files.createDirectories(path.toAbsolutePath().getParent());
      Files.writeString(path, text);
      return mode(path, "rw-r--r--");
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  Ground mode(Path path, String mode) {
    try {
      Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(mode));
      return this;
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  Ground osName(String name) {
    osName = name;
    return this;
  }

  Ground ownerRule(OwnerRule rule) {
    ownerRule = rule;
    return this;
  }

  Ground classLoader(ClassLoader loader) {
    classLoader = loader;
    return this;
  }

  ConfigurationOptions options() {
    ConfigurationOptions options =
        ConfigurationOptions.ofProcess()
            .withExplicit(explicit)
            .withSystemProperties(systemProperties)
            .withEnvironment(environment)
            .withWorkingDirectory(project)
            .withHomeDirectory(home)
            .withOsName(osName)
            .withClassLoader(classLoader)
            .withOwnerRule(ownerRule);
    return envFile.map(options::withEnvFile).orElse(options);
  }

  Configuration load() {
    return Configuration.load(options(), new FlatJson());
  }

  ProfileSettings profile(String name) {
    return load().profile(name);
  }
}
