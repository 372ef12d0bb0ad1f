package installer;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/**
 * A jar that may be changed and is written for the next tool of the build: not compressed, its entries sorted and of one time,
 * so that the same input gives the same bytes.
 */
final class JarContents {
    /** The earliest that the form knows. */
    private static final LocalDateTime TIME = LocalDateTime.of(1980, 1, 1, 0, 0);
    private final Map<String, byte[]> entries = new TreeMap<>();

    /** Everything that is in a jar, as it is. */
    static JarContents of(Path jar) throws IOException {
        JarContents same = new JarContents();
        try (ZipFile zip = new ZipFile(jar.toFile())) {
            for (ZipEntry entry : zip.stream().filter(it -> !it.isDirectory()).toList()) {
                try (InputStream in = zip.getInputStream(entry)) {
                    same.entries.put(entry.getName(), in.readAllBytes());
                }
            }
        }
        return same;
    }

    /** What is in it, by name; may be changed. */
    Map<String, byte[]> entries() {
        return entries;
    }

    void write(Path jar) throws IOException {
        try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(jar))) {
            out.setMethod(ZipOutputStream.STORED);
            for (String name : entries.keySet()) {
                put(out, name);
            }
        }
    }

    private void put(ZipOutputStream out, String name) throws IOException {
        byte[] content = entries.get(name);
        CRC32 sum = new CRC32();
        sum.update(content);
        ZipEntry entry = new ZipEntry(name);
        entry.setSize(content.length);
        entry.setCrc(sum.getValue());
        // A time without a zone: one that is reckoned from a zone would differ from machine to machine.
        entry.setTimeLocal(TIME);
        out.putNextEntry(entry);
        out.write(content);
        out.closeEntry();
    }
}
