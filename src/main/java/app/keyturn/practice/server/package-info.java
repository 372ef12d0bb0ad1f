/** The practice world's HTTP server, and what its hosts share: requests, responses, HTML pages and JSON. */
@NullMarked
package app.keyturn.practice.server;

import org.jspecify.annotations.NullMarked;
