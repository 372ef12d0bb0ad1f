package app.keyturn.practice.server;

/**
 * A request that reached the practice world, without anything secret: neither query nor headers nor body are kept.
 *
 * @param method of HTTP
 * @param host the host name that it was meant for
 * @param path as it would be at that host
 * @param status of the answer
 */
public record SeenRequest(String method, String host, String path, int status) {}
