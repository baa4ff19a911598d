package dev.latchkey.sandbox.store;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An analysis: something in a workspace that a key may make, read and change.
 *
 * @param id its {@code api_id}
 * @param workspace where it is
 * @param text what people gave it
 * @param created by whom and when
 * @param updated last by whom and when
 */
public record Analysis(UUID id, UUID workspace, Text text, Change created, Change updated) {
  /**
   * What people give an analysis.
   *
   * @param name its name
   * @param description if any
   */
  public record Text(String name, @Nullable String description) {}
}
