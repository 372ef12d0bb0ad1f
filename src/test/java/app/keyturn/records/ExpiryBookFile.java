package app.keyturn.records;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;

/** Reads and changes the file of an expiry book from outside. */
final class ExpiryBookFile {
    private ExpiryBookFile() {}

    static JsonObject read(Path folder) throws IOException {
        return JsonParser.parseString(Files.readString(path(folder))).getAsJsonObject();
    }

    static JsonObject organisation(Path folder, int index) throws IOException {
        return organisation(read(folder), index);
    }

    static void change(Path folder, int index, Consumer<JsonObject> change) throws IOException {
        JsonObject book = read(folder);
        change.accept(organisation(book, index));
        write(folder, book.toString());
    }

    static void write(Path folder, String text) throws IOException {
        Files.writeString(path(folder), text);
    }

    private static JsonObject organisation(JsonObject book, int index) {
        return book.getAsJsonArray("organisations").get(index).getAsJsonObject();
    }

    private static Path path(Path folder) {
        return folder.resolve("expiry-book.json");
    }
}
