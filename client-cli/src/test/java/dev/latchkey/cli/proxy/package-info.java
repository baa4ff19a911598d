/** Tests of the proxy against a service in this JVM. */
@NullMarked
package dev.latchkey.cli.proxy;

import org.jspecify.annotations.NullMarked;
