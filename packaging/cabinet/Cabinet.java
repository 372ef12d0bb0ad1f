package cabinet;

import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;

/**
 * Writes a cabinet, the archive inside an .msi, compressed with {@link LzxEncoder}. The same files give the same bytes.
 * Source: Microsoft, "[MS-CAB] Cabinet File Format".
 */
public final class Cabinet {
    private static final int HEADER_SIZE = 36;
    private static final int FOLDER_SIZE = 8;
    private static final int DATA_SIZE = 8;
    /** Version 1.3. */
    private static final int VERSION = 0x0103;
    /** LZX, with a window of 2 to the power of 21 bytes. */
    private static final int COMPRESSION = (21 << Byte.SIZE) + 3;
    private static final int ARCHIVE_ATTRIBUTE = 0x20;
    /** Decoders have no room for more. */
    private static final int LARGEST_DATA = LzxFrame.SIZE + 6144;
    private static final int MOST_DATA = 0xffff;
    private static final int FIRST_YEAR = 1980;

    /**
     * A file in the cabinet.
     *
     * @param name its name there
     * @param file where it is; its time in UTC is the one in the cabinet
     */
    public record Entry(String name, Path file) {}

    private Cabinet() {}

    /** Writes a cabinet with the files in this order. */
    public static void write(List<Entry> entries, Path cabinet) throws IOException {
        byte[] content = content(entries);
        List<byte[]> frames = LzxEncoder.encode(content);
        byte[] files = files(entries);
        int dataStart = HEADER_SIZE + FOLDER_SIZE + files.length;
        int size = dataStart + frames.stream().mapToInt(frame -> DATA_SIZE + frame.length).sum();
        check(frames.size() <= MOST_DATA && entries.size() <= MOST_DATA, "It is too large for a cabinet");
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(cabinet))) {
            out.write("MSCF".getBytes(StandardCharsets.US_ASCII));
            writeInts(out, 0, size, 0, HEADER_SIZE + FOLDER_SIZE, 0);
            // One folder; no cabinets before or after it.
            writeShorts(out, VERSION, 1, entries.size(), 0, 0, 0);
            writeInts(out, dataStart);
            writeShorts(out, frames.size(), COMPRESSION);
            out.write(files);
            int left = content.length;
            for (byte[] frame : frames) {
                writeData(out, frame, Math.min(left, LzxFrame.SIZE));
                left -= LzxFrame.SIZE;
            }
        }
    }

    private static byte[] content(List<Entry> entries) throws IOException {
        long size = 0;
        for (Entry entry : entries) {
            size += Files.size(entry.file());
        }
        byte[] content = new byte[Math.toIntExact(size)];
        int at = 0;
        for (Entry entry : entries) {
            byte[] file = Files.readAllBytes(entry.file());
            System.arraycopy(file, 0, content, at, file.length);
            at += file.length;
        }
        return content;
    }

    private static byte[] files(List<Entry> entries) throws IOException {
        ByteArrayOutputStream files = new ByteArrayOutputStream();
        int start = 0;
        for (Entry entry : entries) {
            int size = Math.toIntExact(Files.size(entry.file()));
            LocalDateTime time = LocalDateTime.ofInstant(Files.getLastModifiedTime(entry.file()).toInstant(),
                    ZoneOffset.UTC);
            writeInts(files, size, start);
            // In the first folder.
            writeShorts(files, 0, date(time), time(time), ARCHIVE_ATTRIBUTE);
            files.write(entry.name().getBytes(StandardCharsets.US_ASCII));
            files.write(0);
            start += size;
        }
        return files.toByteArray();
    }

    private static int date(LocalDateTime time) {
        return ((time.getYear() - FIRST_YEAR) << 9) + (time.getMonthValue() << 5) + time.getDayOfMonth();
    }

    private static int time(LocalDateTime time) {
        return (time.getHour() << 11) + (time.getMinute() << 5) + time.getSecond() / 2;
    }

    private static void writeData(OutputStream out, byte[] frame, int uncompressed) throws IOException {
        check(frame.length <= LARGEST_DATA, "A frame is too large for a cabinet");
        writeInts(out, checksum(frame) ^ (frame.length + (uncompressed << Short.SIZE)));
        writeShorts(out, frame.length, uncompressed);
        out.write(frame);
    }

    /** The exclusive or of all four bytes; what is left at the end counts with its first byte as the highest. */
    private static int checksum(byte[] frame) {
        ByteBuffer words = ByteBuffer.wrap(frame).order(ByteOrder.LITTLE_ENDIAN);
        int sum = 0;
        while (words.remaining() >= Integer.BYTES) {
            sum ^= words.getInt();
        }
        int rest = 0;
        while (words.hasRemaining()) {
            rest = (rest << Byte.SIZE) + Byte.toUnsignedInt(words.get());
        }
        return sum ^ rest;
    }

    /** The lowest byte first, as everywhere in a cabinet. */
    private static void writeInts(OutputStream out, int... values) throws IOException {
        for (int value : values) {
            writeShorts(out, value, value >> Short.SIZE);
        }
    }

    private static void writeShorts(OutputStream out, int... values) throws IOException {
        for (int value : values) {
            out.write(value);
            out.write(value >> Byte.SIZE);
        }
    }

    private static void check(boolean right, String message) {
        if (!right) {
            throw new IllegalStateException(message);
        }
    }
}
