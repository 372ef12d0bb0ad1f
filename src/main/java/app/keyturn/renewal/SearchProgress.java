package app.keyturn.renewal;

import java.util.OptionalInt;

/**
 * How far a search through all apps is.
 *
 * @param looked how many apps were looked at
 * @param of how many there are; empty if Microsoft does not say
 * @param found how many of them lead to Apple
 */
public record SearchProgress(int looked, OptionalInt of, int found) {}
