@NullMarked
package app.keyturn.entra.http;

import org.jspecify.annotations.NullMarked;
