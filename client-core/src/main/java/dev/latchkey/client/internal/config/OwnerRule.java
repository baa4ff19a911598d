package dev.latchkey.client.internal.config;

import java.io.IOException;
import java.nio.file.Path;

/** Whose files are believed. */
@FunctionalInterface
interface OwnerRule {

  boolean accepts(Path file) throws IOException;
}
