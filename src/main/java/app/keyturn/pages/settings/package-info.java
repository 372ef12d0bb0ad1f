/** A side page: the settings, each with a hint about what it is for and what an empty field means. */
@NullMarked
package app.keyturn.pages.settings;

import org.jspecify.annotations.NullMarked;
