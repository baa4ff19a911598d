/**
 * Settings and credentials from every place they may stand in, each with its source. The only
 * importer of MicroProfile Config and SmallRye; knows no HTTP, no provider and no JSON library.
 */
@NullMarked
package dev.latchkey.client.internal.config;

import org.jspecify.annotations.NullMarked;
