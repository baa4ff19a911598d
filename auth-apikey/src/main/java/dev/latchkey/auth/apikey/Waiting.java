package dev.latchkey.auth.apikey;

import java.time.Duration;

/** Lets time pass. */
@FunctionalInterface
interface Waiting {

  void pass(Duration time) throws InterruptedException;
}
