@NullMarked
package app.keyturn.journeys;

import org.jspecify.annotations.NullMarked;
