package dev.latchkey.client.internal.config;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;

/**
 * What a configuration is loaded from. Everything a process would be asked for can be set, so that
 * nothing but this object decides what is read. Immutable; prints no values.
 */
public final class ConfigurationOptions {

  private final Map<String, String> explicit;
  private final Optional<Path> envFile;
  private final Surroundings surroundings;
  private final Map<String, String> environment;
  private final Map<String, String> systemProperties;
  private final ClassLoader classLoader;
  private final OwnerRule ownerRule;

  private ConfigurationOptions(
      Map<String, String> explicit,
      Optional<Path> envFile,
      Surroundings surroundings,
      Map<String, String> environment,
      Map<String, String> systemProperties,
      ClassLoader classLoader,
      OwnerRule ownerRule) {
    this.explicit = Map.copyOf(explicit);
    this.envFile = envFile;
    this.surroundings = surroundings;
    this.environment = Map.copyOf(environment);
    this.systemProperties = Map.copyOf(systemProperties);
    this.classLoader = classLoader;
    this.ownerRule = ownerRule;
  }

  /** {@return what this process sees now: its environment, system properties and directories} */
  public static ConfigurationOptions ofProcess() {
    Properties live = System.getProperties();
    Map<String, String> properties = new HashMap<>();
    for (String name : live.stringPropertyNames()) {
      properties.put(name, live.getProperty(name, ""));
    }
    ClassLoader ofThread = Thread.currentThread().getContextClassLoader();
    return new ConfigurationOptions(
        Map.of(),
        Optional.empty(),
        new Surroundings(
            Path.of(properties.getOrDefault("user.dir", "")),
            Path.of(properties.getOrDefault("user.home", "")),
            properties.getOrDefault("os.name", "")),
        System.getenv(),
        properties,
        ofThread == null ? ConfigurationOptions.class.getClassLoader() : ofThread,
        new ProcessOwner(properties.getOrDefault("user.name", "")));
  }

  /**
   * Sets what code or the command line decides. It outranks everything else.
   *
   * @param values by property name
   * @return a copy
   */
  public ConfigurationOptions withExplicit(Map<String, String> values) {
    return new ConfigurationOptions(
        values, envFile, surroundings, environment, systemProperties, classLoader, ownerRule);
  }

  /**
   * Names the file to read instead of the {@code .env} of the working directory. It must exist.
   *
   * @param file the file
   * @return a copy
   */
  public ConfigurationOptions withEnvFile(Path file) {
    return new ConfigurationOptions(
        explicit,
        Optional.of(file),
        surroundings,
        environment,
        systemProperties,
        classLoader,
        ownerRule);
  }

  /**
   * Sets where files are looked for.
   *
   * @param directory the working directory
   * @return a copy
   */
  public ConfigurationOptions withWorkingDirectory(Path directory) {
    return with(new Surroundings(directory, surroundings.homeDirectory(), surroundings.osName()));
  }

  /**
   * Sets where the user's own files are.
   *
   * @param directory the home directory
   * @return a copy
   */
  public ConfigurationOptions withHomeDirectory(Path directory) {
    return with(
        new Surroundings(surroundings.workingDirectory(), directory, surroundings.osName()));
  }

  /**
   * Sets the platform, which decides where user configuration stands.
   *
   * @param name as in the system property {@code os.name}
   * @return a copy
   */
  public ConfigurationOptions withOsName(String name) {
    return with(
        new Surroundings(surroundings.workingDirectory(), surroundings.homeDirectory(), name));
  }

  /**
   * Sets the environment.
   *
   * @param values by variable name
   * @return a copy
   */
  public ConfigurationOptions withEnvironment(Map<String, String> values) {
    return new ConfigurationOptions(
        explicit, envFile, surroundings, values, systemProperties, classLoader, ownerRule);
  }

  /**
   * Sets the system properties.
   *
   * @param values by property name
   * @return a copy
   */
  public ConfigurationOptions withSystemProperties(Map<String, String> values) {
    return new ConfigurationOptions(
        explicit, envFile, surroundings, environment, values, classLoader, ownerRule);
  }

  /**
   * Sets where an embedder's own configuration sources are found.
   *
   * @param loader the class loader
   * @return a copy
   */
  public ConfigurationOptions withClassLoader(ClassLoader loader) {
    return new ConfigurationOptions(
        explicit, envFile, surroundings, environment, systemProperties, loader, ownerRule);
  }

  ConfigurationOptions withOwnerRule(OwnerRule rule) {
    return new ConfigurationOptions(
        explicit, envFile, surroundings, environment, systemProperties, classLoader, rule);
  }

  private ConfigurationOptions with(Surroundings changed) {
    return new ConfigurationOptions(
        explicit, envFile, changed, environment, systemProperties, classLoader, ownerRule);
  }

  /** {@return the {@code .env} that is read unless another is named; it need not exist} */
  public Path foundEnvFile() {
    return surroundings.envFile();
  }

  /** {@return the {@code .gofigr} that is read} */
  public Optional<Path> nearestGofigr() {
    return surroundings.gofigrFile();
  }

  /** {@return the user's own configuration file, which need not exist} */
  public Path userFile() {
    return surroundings.userFile(environment);
  }

  Map<String, String> explicit() {
    return explicit;
  }

  Optional<Path> envFile() {
    return envFile;
  }

  Surroundings surroundings() {
    return surroundings;
  }

  Map<String, String> environment() {
    return environment;
  }

  Map<String, String> systemProperties() {
    return systemProperties;
  }

  ClassLoader classLoader() {
    return classLoader;
  }

  OwnerRule ownerRule() {
    return ownerRule;
  }

  /** {@return how much there is of what, without a name or a value} */
  @Override
  public String toString() {
    return "ConfigurationOptions[explicit="
        + explicit.size()
        + ", environment="
        + environment.size()
        + ", systemProperties="
        + systemProperties.size()
        + "]";
  }
}
