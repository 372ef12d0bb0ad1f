package app.keyturn.records;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;

/** A book's file as somebody else may see and change it. */
final class BookFile {
    private BookFile() {}

    /** What stands in the file. */
    static JsonObject read(Path folder) throws IOException {
        return JsonParser.parseString(Files.readString(path(folder))).getAsJsonObject();
    }

    /** What stands there of an organisation. */
    static JsonObject organisation(Path folder, int place) throws IOException {
        return organisation(read(folder), place);
    }

    /** Changes what stands there of an organisation. */
    static void change(Path folder, int place, Consumer<JsonObject> how) throws IOException {
        JsonObject book = read(folder);
        how.accept(organisation(book, place));
        write(folder, book.toString());
    }

    static void write(Path folder, String text) throws IOException {
        Files.writeString(path(folder), text);
    }

    private static JsonObject organisation(JsonObject book, int place) {
        return book.getAsJsonArray("organisations").get(place).getAsJsonObject();
    }

    private static Path path(Path folder) {
        return folder.resolve("expiry-book.json");
    }
}
