package installer;

import cabinet.Cabinet;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * Unpacks a {@link Cabinet} with a program that somebody else wrote, and compares each file. Run by itself, it does so
 * with content that compressors stumble over, in cabinets of its own:
 *
 * <pre>
 * java packaging/installer/CabinetCheck.java FOLDER
 * </pre>
 */
final class CabinetCheck {
    /** The command of Debian's and Ubuntu's package cabextract. */
    static final String TOOL = "cabextract";
    /** LZX compresses so many bytes at a time. */
    private static final int FRAME = 1 << 15;
    /** So many bytes back it finds what is repeated, but for the last three. */
    private static final int WINDOW = 1 << 21;
    private static final Instant TIME = Instant.parse("2026-01-02T03:04:06Z");

    private CabinetCheck() {}

    public static void main(String[] arguments) throws IOException {
        Path folder = Files.createDirectories(Path.of(arguments[0]));
        Map<String, byte[]> contents = contents();
        List<Cabinet.Entry> all = new ArrayList<>();
        for (Map.Entry<String, byte[]> content : contents.entrySet()) {
            Path file = Files.write(folder.resolve(content.getKey()), content.getValue());
            Files.setLastModifiedTime(file, FileTime.from(TIME));
            all.add(new Cabinet.Entry(content.getKey(), file));
            check(List.of(all.getLast()), folder, content.getKey());
        }
        check(all, folder, "all of them");
    }

    private static void check(List<Cabinet.Entry> entries, Path folder, String name) throws IOException {
        Path cabinet = folder.resolve(name.replaceAll("\\W+", "-") + ".cab");
        Cabinet.write(entries, cabinet);
        check(cabinet, entries, folder.resolve("unpacked"));
        long size = 0;
        for (Cabinet.Entry entry : entries) {
            size += Files.size(entry.file());
        }
        System.out.println("unpacked as it was: " + name + ", " + size + " -> " + Files.size(cabinet));
    }

    /**
     * Unpacks a cabinet and compares its files.
     *
     * @param entries what it was written with
     * @param unpacked a folder that is created and deleted
     */
    static void check(Path cabinet, List<Cabinet.Entry> entries, Path unpacked) throws IOException {
        FileTree.delete(unpacked);
        Files.createDirectories(unpacked);
        Commands.run(List.of(TOOL, "--quiet", "--directory", unpacked.toString(), cabinet.toString()), Map.of());
        for (Cabinet.Entry entry : entries) {
            if (Files.mismatch(entry.file(), unpacked.resolve(entry.name())) >= 0) {
                throw new IllegalStateException(cabinet + " does not have what was put into it: " + entry.name());
            }
        }
        FileTree.delete(unpacked);
    }

    private static Map<String, byte[]> contents() throws IOException {
        Map<String, byte[]> contents = new LinkedHashMap<>();
        contents.put("nothing", new byte[0]);
        for (int size : List.of(1, 2, 3, 4, 5, FRAME - 1, FRAME, FRAME + 1, 2 * FRAME - 1, 2 * FRAME + 1)) {
            contents.put("zeros-" + size, new byte[size]);
            contents.put("random-" + size, random(size, 256));
            contents.put("two-letters-" + size, random(size, 2));
            contents.put("three-in-turn-" + size, repeated(random(3, 256), size));
        }
        contents.put("zeros", new byte[5_000_000]);
        contents.put("random", random(1_000_000, 256));
        contents.put("few-letters", random(1_000_000, 17));
        contents.put("random-and-zeros", joined(random(FRAME, 256), new byte[9 * FRAME], random(3 * FRAME + 1, 256)));
        contents.put("zeros-and-half-a-random-frame",
                joined(new byte[10 * FRAME + 100], random(FRAME / 2, 256), new byte[100_000]));
        for (int offset : List.of(WINDOW - 4, WINDOW - 3, WINDOW - 2, WINDOW, WINDOW + 1)) {
            // What is repeated is longer than the window: no match is nearer.
            contents.put("repeated-after-" + offset, repeated(random(offset, 256), 2 * offset + 1000));
        }
        contents.put("lengths", lengths());
        contents.put("rare-letters", rareLetters());
        contents.put("text", text());
        contents.put("program",
                Files.readAllBytes(Path.of(Commands.javaCommand()).resolveSibling("../lib/libjava.so")));
        return contents;
    }

    private static byte[] random(int size, int letters) {
        Random random = new Random(size * 31L + letters);
        byte[] bytes = new byte[size];
        for (int i = 0; i < size; i++) {
            bytes[i] = (byte) random.nextInt(letters);
        }
        return bytes;
    }

    private static byte[] repeated(byte[] part, int size) {
        byte[] bytes = new byte[size];
        for (int i = 0; i < size; i++) {
            bytes[i] = part[i % part.length];
        }
        return bytes;
    }

    private static byte[] joined(byte[]... parts) throws IOException {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            all.write(part);
        }
        return all.toByteArray();
    }

    /** Matches of each length, from 1 to more than the longest, some across the ends of frames. */
    private static byte[] lengths() throws IOException {
        byte[] pool = random(600, 256);
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        all.write(pool);
        for (int length = 1; length < 600; length++) {
            all.write(Arrays.copyOf(pool, length));
            all.write(random(length % 7 + 1, 256));
        }
        return all.toByteArray();
    }

    /** Each letter occurs about twice as often as the next: its code words would be longer than allowed. */
    private static byte[] rareLetters() {
        Random random = new Random(1);
        byte[] bytes = new byte[3_000_000];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) Long.numberOfTrailingZeros(random.nextLong());
        }
        return bytes;
    }

    private static byte[] text() {
        Random random = new Random(2);
        List<String> words = List.of("token", "renew", "a", "the", "Apple", "Microsoft", "provisioning", ",", ".",
                "\r\n");
        StringBuilder text = new StringBuilder();
        while (text.length() < 1_000_000) {
            text.append(words.get(random.nextInt(words.size()))).append(' ');
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }
}
