@NullMarked
package app.keyturn.practice.server;

import org.jspecify.annotations.NullMarked;
