package app.keyturn.renewal;

/**
 * An app that could not be read. It may be the one to renew, so it is shown to the user.
 *
 * @param id the service principal's object id
 * @param name the name shown in Entra
 * @param problem why it could not be read
 */
public record UnreadApp(String id, String name, Problem problem) {}
