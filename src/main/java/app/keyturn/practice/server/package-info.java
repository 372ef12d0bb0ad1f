/** The practice world's HTTP server and what its hosts share. */
@NullMarked
package app.keyturn.practice.server;

import org.jspecify.annotations.NullMarked;
