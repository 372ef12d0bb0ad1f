package app.keyturn.testkit;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Writer;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A calendar on a CalDAV server (Radicale) on this computer, with a client (vdirsyncer) for local calendars. */
public final class CalDavServer implements AutoCloseable {

    private final CommandLine commandLine;
    private final Process server;
    private final URI calendar;

    /**
     * Starts a server with an empty calendar.
     *
     * @param home an empty folder, for all of its files
     */
    public CalDavServer(Path home) throws IOException, InterruptedException {
        commandLine = new CommandLine(home, Map.of());
        int port;
        try (ServerSocket free = new ServerSocket(0, 0, InetAddress.getLoopbackAddress())) {
            port = free.getLocalPort();
        }
        server = commandLine.prepare(List.of("radicale", "--hosts", "127.0.0.1:" + port, "--storage-filesystem-folder",
                home.resolve("storage").toString(), "--auth-type", "none", "--logging-level", "info", "--config", ""))
                .start();
        BufferedReader log = server.inputReader(UTF_8);
        for (String line = log.readLine(); line == null || !line.contains("server ready"); line = log.readLine()) {
            if (line == null) {
                throw new IOException("The server has not started");
            }
        }
        Thread.ofVirtual().start(() -> discard(log));
        calendar = URI.create("http://127.0.0.1:" + port + "/it/calendar/");
        try {
            createCalendar();
        } catch (IOException | InterruptedException notCreated) {
            close();
            throw notCreated;
        }
    }

    /** A full pipe would stop the server. */
    private static void discard(BufferedReader log) {
        try {
            log.transferTo(Writer.nullWriter());
        } catch (IOException serverHasEnded) {
            // Ending the server closes its output.
        }
    }

    private void createCalendar() throws IOException, InterruptedException {
        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpRequest create = HttpRequest.newBuilder(calendar)
                    .method("MKCALENDAR", HttpRequest.BodyPublishers.noBody())
                    .header("Authorization", "Basic aXQ6aXQ=")
                    .build();
            int status = client.send(create, HttpResponse.BodyHandlers.discarding()).statusCode();
            if (status != 201) {
                throw new IOException("No calendar was made: " + status);
            }
        }
    }

    /** True if server and client are installed. */
    public static boolean isInstalled() {
        return Programs.onPath("radicale").isPresent() && Programs.onPath("vdirsyncer").isPresent();
    }

    /** Brings a local calendar and the server to the same state. */
    public void sync(KhalCalendar local) throws IOException, InterruptedException {
        Path state = Files.createDirectories(local.events().resolveSibling("vdirsyncer"));
        Path settings = Files.writeString(state.resolve("config"),
                """
                        [general]
                        status_path = "%s"
                        [pair calendar]
                        a = "local"
                        b = "server"
                        collections = null
                        [storage local]
                        type = "filesystem"
                        path = "%s"
                        fileext = ".ics"
                        [storage server]
                        type = "caldav"
                        url = "%s"
                        username = "it"
                        password = "it"
                        """.formatted(state.resolve("status"), local.events(), calendar));
        commandLine.run("vdirsyncer", "-c", settings.toString(), "discover");
        commandLine.run("vdirsyncer", "-c", settings.toString(), "sync");
    }

    @Override
    public void close() {
        server.destroy();
        server.onExit().orTimeout(1, TimeUnit.MINUTES).join();
    }
}
