package app.keyturn.testkit;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.gson.Gson;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.util.List;
import java.util.Map;

/**
 * Runs scripts in a Mozilla program (Mozilla, "Marionette", firefox-source-docs.mozilla.org): a message is its length, a
 * colon, and an array of type, number, command and parameters.
 */
final class Marionette implements AutoCloseable {
    private static final Gson GSON = new Gson();
    private static final int SCRIPT_MILLIS = 60_000;

    private final Socket socket;
    private final InputStream in;
    private int number;

    /** Connects to a program on this computer. */
    Marionette(int port) throws IOException {
        socket = new Socket(InetAddress.getLoopbackAddress(), port);
        in = new BufferedInputStream(socket.getInputStream());
        read();
        send("WebDriver:NewSession", Map.of());
        send("Marionette:SetContext", Map.of("value", "chrome"));
    }

    /**
     * Runs a script with the rights of the program.
     *
     * @param body of an asynchronous function
     * @return what it returns
     */
    JsonElement run(String body) throws IOException {
        String script = "const done = arguments[arguments.length - 1];"
                + "(async () => {" + body + "})().then(value => done({value}), e => done({error: String(e)}));";
        JsonObject result = send("WebDriver:ExecuteAsyncScript",
                Map.of("script", script, "args", List.of(), "scriptTimeout", SCRIPT_MILLIS)).getAsJsonObject("value");
        if (result.has("error")) {
            throw new IOException(result.get("error").getAsString());
        }
        return result.get("value");
    }

    private JsonObject send(String command, Map<String, Object> parameters) throws IOException {
        number++;
        byte[] message = GSON.toJson(List.of(0, number, command, parameters)).getBytes(UTF_8);
        socket.getOutputStream().write((message.length + ":").getBytes(UTF_8));
        socket.getOutputStream().write(message);
        JsonArray answer = read().getAsJsonArray();
        if (!answer.get(2).isJsonNull()) {
            throw new IOException(answer.get(2).toString());
        }
        return answer.get(3).getAsJsonObject();
    }

    private JsonElement read() throws IOException {
        int length = 0;
        for (int next = in.read(); next != ':'; next = in.read()) {
            if (next < 0) {
                throw new IOException("The program has ended");
            }
            length = 10 * length + Character.digit(next, 10);
        }
        return JsonParser.parseString(new String(in.readNBytes(length), UTF_8));
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
