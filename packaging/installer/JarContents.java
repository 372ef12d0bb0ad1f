package installer;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/**
 * What is in a jar.
 *
 * @param entries the files' contents by their names
 */
record JarContents(SortedMap<String, byte[]> entries) {
    /** The earliest time that the format has. */
    private static final LocalDateTime TIME = LocalDateTime.of(1980, 1, 1, 0, 0);

    JarContents {
        entries = Collections.unmodifiableSortedMap(new TreeMap<>(entries));
    }

    static JarContents read(Path jar) throws IOException {
        SortedMap<String, byte[]> entries = new TreeMap<>();
        try (ZipFile zip = new ZipFile(jar.toFile())) {
            for (ZipEntry entry : zip.stream().filter(it -> !it.isDirectory()).toList()) {
                try (InputStream in = zip.getInputStream(entry)) {
                    entries.put(entry.getName(), in.readAllBytes());
                }
            }
        }
        return new JarContents(entries);
    }

    /** The same with more files, of which those with a known name take the place of the old ones. */
    JarContents with(Map<String, byte[]> more) {
        SortedMap<String, byte[]> all = new TreeMap<>(entries);
        all.putAll(more);
        return new JarContents(all);
    }

    /** Writes it uncompressed, for the next step of the build. The same contents give the same bytes. */
    void write(Path jar) throws IOException {
        try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(jar))) {
            out.setMethod(ZipOutputStream.STORED);
            for (Map.Entry<String, byte[]> file : entries.entrySet()) {
                out.putNextEntry(entry(file.getKey(), file.getValue()));
                out.write(file.getValue());
                out.closeEntry();
            }
        }
    }

    private static ZipEntry entry(String name, byte[] content) {
        CRC32 sum = new CRC32();
        sum.update(content);
        ZipEntry entry = new ZipEntry(name);
        entry.setSize(content.length);
        entry.setCrc(sum.getValue());
        // A local time: an instant would be stored differently in each time zone.
        entry.setTimeLocal(TIME);
        return entry;
    }
}
