package dev.latchkey.sandbox;

/** Where a sandbox may keep things. */
enum TestDatabase {
  /** Embedded, in memory. */
  H2 {
    @Override
    SandboxOptions in(SandboxOptions options) {
      return options;
    }
  },
  /** A server; the calling test is skipped where there is none. */
  POSTGRESQL {
    @Override
    SandboxOptions in(SandboxOptions options) {
      PostgresServer.assumeInstalled();
      return options
          .withDatabase(PostgresServer.running().emptyDatabase())
          .withLoginLimit(LoginLimit.none());
    }
  };

  /** The same options for a sandbox that keeps things here, and has nothing yet. */
  abstract SandboxOptions in(SandboxOptions options);
}
