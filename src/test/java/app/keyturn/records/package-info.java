@NullMarked
package app.keyturn.records;

import org.jspecify.annotations.NullMarked;
