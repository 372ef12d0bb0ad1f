package app.keyturn.pages.signin;

import app.keyturn.pages.common.DocumentExportModel;
import app.keyturn.pages.common.NotificationEmailCard;

/**
 * What is shown to whoever only checks, beyond what a renewal needs to know.
 *
 * @param last what became of the last renewal
 * @param keep its receipt, and its reminder
 * @param mail who hears when the sync stops
 */
public record CheckExtras(PreviousRenewal last, DocumentExportModel keep, NotificationEmailCard mail) {}
