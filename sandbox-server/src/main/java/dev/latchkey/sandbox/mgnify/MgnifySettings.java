package dev.latchkey.sandbox.mgnify;

import dev.latchkey.sandbox.data.Catalog;
import java.time.Duration;

/**
 * How MGnify's side behaves.
 *
 * @param catalog what there is to see
 * @param style whose answers it gives
 * @param delay how long every token endpoint waits before it answers
 * @param refreshesAfterExpiry whether a token past {@code exp} is refreshed, as documented
 */
public record MgnifySettings(
    Catalog catalog, Style style, Duration delay, boolean refreshesAfterExpiry) {

  Manners manners() {
    return switch (style) {
      case MGNIFY -> new MgnifyManners();
      case NINJA -> new NinjaManners();
      case SIMPLEJWT -> new DrfManners();
    };
  }

  /** A kind of server. */
  public enum Style {
    /** MGnify's own controller. */
    MGNIFY("username"),
    /** django-ninja-jwt. */
    NINJA("user_id"),
    /** djangorestframework-simplejwt. */
    SIMPLEJWT("user_id");

    private final String userClaim;

    Style(String userClaim) {
      this.userClaim = userClaim;
    }

    /** The claim that names the user. */
    public String userClaim() {
      return userClaim;
    }
  }
}
