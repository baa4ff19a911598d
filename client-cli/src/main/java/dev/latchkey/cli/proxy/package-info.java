/**
 * A proxy on the loopback interface that puts a profile's credential on what its callers ask. It
 * checks who asks and what for; how a request then goes to the service is the client's affair.
 */
@NullMarked
package dev.latchkey.cli.proxy;

import org.jspecify.annotations.NullMarked;
