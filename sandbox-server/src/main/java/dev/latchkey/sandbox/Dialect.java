package dev.latchkey.sandbox;

/** Whose answers MGnify's side of a sandbox gives: all speak of sliding tokens, each in its way. */
public enum Dialect {
  /** MGnify's own controller on django-ninja. */
  MGNIFY,
  /** django-ninja-jwt as it comes. */
  NINJA,
  /** djangorestframework-simplejwt as it comes. */
  SIMPLEJWT
}
