package dev.latchkey.cli.rotate;

import dev.latchkey.auth.ApiKeys;
import dev.latchkey.auth.Secret;
import java.time.InstantSource;
import java.util.function.Consumer;

/**
 * What a rotation works with.
 *
 * @param keys manages keys
 * @param use makes a call with a key, and throws when the server refuses it
 * @param files where keys stand
 * @param journal where rotations are written down
 * @param clock the clock to tell the time by
 * @param say whom to tell what happens
 * @param show takes a key that is in no file
 * @param reached is told of each step that is done
 */
public record RotationParts(
    ApiKeys keys,
    Consumer<Secret> use,
    KeyFiles files,
    Journal journal,
    InstantSource clock,
    Consumer<String> say,
    Consumer<Secret> show,
    Consumer<String> reached) {}
