package app.keyturn.pages.signin;

import app.keyturn.wizard.KeepModel;
import app.keyturn.wizard.WarningMailCard;

/**
 * What is shown to whoever only checks, beyond what a renewal needs to know.
 *
 * @param last what became of the last renewal
 * @param keep its receipt, and its reminder
 * @param mail who hears when the sync stops
 */
public record CheckedOnly(LastTime last, KeepModel keep, WarningMailCard mail) {}
