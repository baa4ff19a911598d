/** The same scenarios against the sandbox and against a server nobody here wrote. */
@NullMarked
package dev.latchkey.it.scenario;

import org.jspecify.annotations.NullMarked;
