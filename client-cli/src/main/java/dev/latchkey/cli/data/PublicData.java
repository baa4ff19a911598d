package dev.latchkey.cli.data;

import dev.latchkey.client.mgnify.MgnifyResource;
import java.util.Arrays;

/** What MGnify has for people without an account. Stateless. */
final class PublicData {

  private PublicData() {}

  static boolean mayBeAt(String path) {
    String place = path.replaceFirst("\\?.*", "");
    return Arrays.stream(MgnifyResource.values())
        .filter(resource -> resource.access() != MgnifyResource.Access.REQUIRED)
        .anyMatch(resource -> place.matches(resource.template().replaceAll("\\{\\w+}", "[^/]+")));
  }
}
