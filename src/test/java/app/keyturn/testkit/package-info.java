@NullMarked
package app.keyturn.testkit;

import org.jspecify.annotations.NullMarked;
