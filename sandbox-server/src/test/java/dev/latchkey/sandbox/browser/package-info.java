/** The pages in a real browser: Debian's Chromium, driven by WebDriver. */
@NullMarked
package dev.latchkey.sandbox.browser;

import org.jspecify.annotations.NullMarked;
