package dev.latchkey.client.internal.config;

/** The kinds of places a value may stand in, highest first. */
enum Place {
  EXPLICIT(500),
  SYSTEM_PROPERTIES(400),
  ENVIRONMENT(300),
  /** The user said which file. */
  NAMED_ENV_FILE(295),
  /** It happened to be in the working directory. */
  FOUND_ENV_FILE(295),
  /** A {@code .latchkey}, which names the profile for a directory and all below. */
  DIRECTORY_FILE(292),
  GOFIGR_FILE(290),
  /** Whoever can write there can write to the user's own configuration as well. */
  HOME_GOFIGR_FILE(290),
  USER_FILE(280),
  /** An embedder's own, on the class path or from a service loader; has an ordinal of its own. */
  EMBEDDER(100),
  PRESET(Integer.MIN_VALUE);

  private final int ordinalOfSource;

  Place(int ordinalOfSource) {
    this.ordinalOfSource = ordinalOfSource;
  }

  int ordinalOfSource() {
    return ordinalOfSource;
  }

  /** Whether nobody named the file: whoever may write to a directory may have put it there. */
  boolean isFoundByLocation() {
    return this == FOUND_ENV_FILE || this == DIRECTORY_FILE || this == GOFIGR_FILE;
  }

  boolean isFile() {
    return ordinalOfSource < ENVIRONMENT.ordinalOfSource
        && ordinalOfSource > EMBEDDER.ordinalOfSource;
  }

  /** Whether names follow the environment mapping of MicroProfile Config. */
  boolean mapsNames() {
    return this == ENVIRONMENT || this == NAMED_ENV_FILE || this == FOUND_ENV_FILE;
  }
}
