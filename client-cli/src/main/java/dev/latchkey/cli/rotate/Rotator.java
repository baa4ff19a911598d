package dev.latchkey.cli.rotate;

import dev.latchkey.auth.ApiKey;
import dev.latchkey.auth.ApiKeyException;
import dev.latchkey.auth.AuthConfigurationException;
import dev.latchkey.auth.CreatedApiKey;
import dev.latchkey.auth.Secret;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Replaces keys, step by step, with each step written down before the next one. Whatever stops it,
 * a key that works stays where the old one was, and another run goes on from there. For one thread.
 */
public final class Rotator {

  private static final DateTimeFormatter MARK =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss.SSS", Locale.ROOT).withZone(ZoneOffset.UTC);

  private final RotationParts parts;

  /** Takes what it works with. */
  public Rotator(RotationParts parts) {
    this.parts = parts;
  }

  /** Starts a rotation, or goes on with the one that is under way for the same key. */
  public void rotate(RotationWish wish) {
    Optional<Rotation> interrupted = interrupted(wish.id());
    if (interrupted.isPresent()) {
      parts.say().accept("Going on with the rotation of " + interrupted.get().oldId() + ".");
      goOn(interrupted.get());
      return;
    }
    List<KeyPlace> places = parts.files().places();
    String id = wish.id().or(() -> configured(wish, places)).orElseThrow(Rotator::unknown);
    ApiKey old = find(id).orElseThrow(() -> noSuchKey(id));
    List<KeyPlace> stored = placesOf(id, places);
    Rotation rotation = plan(old, stored, wish);
    parts.journal().write(rotation);
    step("planned");
    if (wish.revokeFirst()) {
      parts.keys().revoke(old.id());
      step("revoked first");
    }
    goOn(rotation);
  }

  /** Goes on with all rotations that are under way and due. */
  public void finish() {
    List<Rotation> all = parts.journal().all();
    if (all.isEmpty()) {
      parts.say().accept("There is nothing to finish.");
    }
    all.forEach(this::goOn);
  }

  private Optional<Rotation> interrupted(Optional<String> id) {
    return id.isPresent()
        ? parts.journal().find(id.get())
        : parts.journal().all().stream().filter(rotation -> !rotation.isPlaced()).findFirst();
  }

  private Optional<String> configured(RotationWish wish, List<KeyPlace> places) {
    return wish.configured()
        .or(() -> places.stream().map(KeyPlace::key).findFirst())
        .flatMap(new KeyIdentity(parts.keys(), parts.use())::of);
  }

  /** The places in which the key with this id stands. */
  private List<KeyPlace> placesOf(String id, List<KeyPlace> places) {
    KeyIdentity identity = new KeyIdentity(parts.keys(), parts.use());
    List<Secret> keys = new ArrayList<>();
    places.stream().map(KeyPlace::key).filter(key -> !keys.contains(key)).forEach(keys::add);
    return keys.stream()
        .filter(key -> identity.of(key).filter(id::equals).isPresent())
        .findFirst()
        .map(key -> places.stream().filter(place -> place.key().equals(key)).toList())
        .orElse(List.of());
  }

  private Rotation plan(ApiKey old, List<KeyPlace> stored, RotationWish wish) {
    Instant now = parts.clock().instant();
    Optional<Instant> expiry = wish.expiry().or(old::expiry);
    if (expiry.filter(now::isAfter).isPresent()) {
      throw new AuthConfigurationException(
          "The key ends in the past, and so would its successor: say --expiry.");
    }
    String salt = UUID.randomUUID().toString();
    String name = old.name().replaceFirst(" \\(rotated [^)]*\\)$", "");
    return new Rotation(
        old.id(),
        name + " (rotated " + MARK.format(now) + ")",
        salt,
        stored.stream().findFirst().map(place -> Fingerprint.of(place.key(), salt)).orElse(""),
        "",
        expiry.map(Instant::toString).orElse(""),
        old.workspace().orElse(""),
        stored.stream()
            .flatMap(place -> place.file().stream())
            .map(Path::toString)
            .collect(Collectors.joining("\n")),
        "",
        now.plus(wish.overlap()).truncatedTo(ChronoUnit.SECONDS).toString());
  }

  private void goOn(Rotation rotation) {
    Rotation placed = rotation.isPlaced() ? rotation : place(rotation);
    if (!rotation.isPlaced() && placed.oldPrint().isEmpty()) {
      parts
          .say()
          .accept(
              "The key is in none of your files. Put the new one where the old one is used, then"
                  + " run: latchkey keys rotate --finish");
      return;
    }
    Instant due = placed.dueAt();
    if (parts.clock().instant().isBefore(due)) {
      parts
          .say()
          .accept(
              "The old key "
                  + placed.oldId()
                  + " works until it is revoked: run 'latchkey keys rotate --finish' at "
                  + due
                  + " or later.");
      return;
    }
    revokeOld(placed);
  }

  private Rotation place(Rotation rotation) {
    Optional<Secret> known = known(rotation);
    Rotation created = rotation;
    Secret key;
    if (known.isPresent()) {
      key = known.get();
    } else {
      revokeStray(rotation);
      key = create(rotation);
      created = rotation.created(key);
      parts.journal().write(created);
      step("created");
    }
    parts.use().accept(key);
    step("verified");
    put(created, key);
    Rotation placed = created.placed(parts.clock().instant());
    parts.journal().write(placed);
    step("placed");
    return placed;
  }

  /** The new key, if a run before this one has put it somewhere. */
  private Optional<Secret> known(Rotation rotation) {
    return places(rotation).stream().map(KeyPlace::key).filter(rotation::isNew).findFirst();
  }

  private List<KeyPlace> places(Rotation rotation) {
    return parts.files().including(rotation.paths()).places();
  }

  /** A run that was stopped may have created it, and nobody knows it any more. */
  private void revokeStray(Rotation rotation) {
    for (ApiKey each : parts.keys().list()) {
      if (each.name().equals(rotation.newName())) {
        parts.keys().revoke(each.id());
        step("revoked stray");
      }
    }
  }

  private Secret create(Rotation rotation) {
    try {
      CreatedApiKey created = parts.keys().create(rotation.request());
      parts.say().accept("Created the API key '" + rotation.newName() + "'.");
      step("created at the server");
      return created.secret();
    } catch (ApiKeyException e) {
      if (find(rotation.oldId()).isPresent()) {
        parts.journal().forget(rotation);
      }
      throw e.status() == 400 ? noRoom(e) : e;
    }
  }

  private ApiKeyException noRoom(ApiKeyException e) {
    return new ApiKeyException(
        e.getMessage()
            + " You have "
            + parts.keys().list().size()
            + " keys. If they are too many, revoke one with 'latchkey keys revoke ID', or say"
            + " --revoke-first: then the old key ends before there is a new one.",
        e.status());
  }

  private void put(Rotation rotation, Secret key) {
    List<KeyPlace> places =
        places(rotation).stream().filter(place -> rotation.isOld(place.key())).toList();
    for (KeyPlace place : places) {
      place.put(key);
      parts.say().accept("Put the new key into " + place + ".");
      step("put");
    }
    if (places.isEmpty() && known(rotation).isEmpty()) {
      parts.show().accept(key);
      step("shown");
    }
  }

  private void revokeOld(Rotation rotation) {
    if (find(rotation.oldId()).isPresent()) {
      parts.keys().revoke(rotation.oldId());
      step("revoked");
    }
    parts.journal().forget(rotation);
    step("forgotten");
    parts.say().accept("Revoked the old key " + rotation.oldId() + ".");
  }

  private Optional<ApiKey> find(String id) {
    return parts.keys().list().stream().filter(key -> key.id().equals(id)).findFirst();
  }

  private void step(String name) {
    parts.reached().accept(name);
  }

  private static AuthConfigurationException unknown() {
    return new AuthConfigurationException(
        "There is no telling which key is configured. Say its id: latchkey keys rotate ID.");
  }

  private static ApiKeyException noSuchKey(String id) {
    return new ApiKeyException(
        "Could not rotate the API key " + id + ": there is no such key among yours.", 404);
  }
}
