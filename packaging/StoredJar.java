import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.nio.file.attribute.FileTime;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/**
 * Writes a jar that is not compressed: the package around it compresses better, and an uncompressed jar is read faster. Its
 * entries are sorted and have one time, so that the same input gives the same bytes.
 */
final class StoredJar {
    private static final String MANIFEST = "META-INF/MANIFEST.MF";
    private final Map<String, byte[]> entries = new TreeMap<>();

    /** Everything that is in a jar, as it is. */
    static StoredJar of(Path jar) throws IOException {
        StoredJar same = new StoredJar();
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

    void write(Path jar, FileTime time) throws IOException {
        try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(jar))) {
            out.setMethod(ZipOutputStream.STORED);
            // Readers of jars look for the manifest at the beginning.
            if (entries.containsKey(MANIFEST)) {
                put(out, MANIFEST, time);
            }
            for (String name : entries.keySet()) {
                if (!name.equals(MANIFEST)) {
                    put(out, name, time);
                }
            }
        }
        Files.setLastModifiedTime(jar, time);
    }

    private void put(ZipOutputStream out, String name, FileTime time) throws IOException {
        byte[] content = entries.get(name);
        CRC32 sum = new CRC32();
        sum.update(content);
        ZipEntry entry = new ZipEntry(name);
        entry.setSize(content.length);
        entry.setCrc(sum.getValue());
        // A time without a zone: one that is reckoned from a zone would differ from machine to machine.
        entry.setTimeLocal(LocalDateTime.ofInstant(time.toInstant(), ZoneOffset.UTC));
        out.putNextEntry(entry);
        out.write(content);
        out.closeEntry();
    }
}
