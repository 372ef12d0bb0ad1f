package installer;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import javax.imageio.ImageIO;

/**
 * Converts PNGs to {@code keyturn.ico} for Windows and {@code keyturn.icns} for macOS, and checks the results by
 * reading them back. Needed only when {@code icons/keyturn.svg} changes, with any tool that converts it to PNG:
 *
 * <pre>
 * for size in 16 32 48 64 128 256 512 1024; do
 *   rsvg-convert -w $size -h $size icons/keyturn.svg -o FOLDER/keyturn-$size.png
 * done
 * java packaging/installer/IconConverter.java FOLDER icons
 * </pre>
 */
final class IconConverter {
    private static final List<Integer> ICO_SIZES = List.of(16, 32, 48, 256);
    private static final List<IcnsEntry> ICNS_ENTRIES = List.of(IcnsEntry.channels("ic04", 16),
            IcnsEntry.channels("ic05", 32), IcnsEntry.png("ic11", 32), IcnsEntry.png("ic12", 64),
            IcnsEntry.png("ic07", 128),
            IcnsEntry.png("ic13", 256), IcnsEntry.png("ic08", 256), IcnsEntry.png("ic14", 512),
            IcnsEntry.png("ic09", 512),
            IcnsEntry.png("ic10", 1024));
    private static final List<Integer> ARGB_SHIFTS = List.of(24, 16, 8, 0);

    private final Path pictures;

    private IconConverter(Path pictures) {
        this.pictures = pictures;
    }

    public static void main(String[] arguments) throws IOException {
        IconConverter icons = new IconConverter(Path.of(arguments[0]));
        Path ico = Files.write(Path.of(arguments[1], "keyturn.ico"), icons.ico());
        Path icns = Files.write(Path.of(arguments[1], "keyturn.icns"), icons.icns());
        icons.readIco(Files.readAllBytes(ico));
        icons.readIcns(Files.readAllBytes(icns));
        System.out.println("Written and checked: " + ico + ", " + icns);
    }

    private byte[] png(int size) throws IOException {
        return Files.readAllBytes(pictures.resolve("keyturn-" + size + ".png"));
    }

    private byte[] ico() throws IOException {
        int offset = 6 + 16 * ICO_SIZES.size();
        ByteBuffer head = ByteBuffer.allocate(offset).order(ByteOrder.LITTLE_ENDIAN);
        head.putShort((short) 0).putShort((short) 1).putShort((short) ICO_SIZES.size());
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        for (int size : ICO_SIZES) {
            byte[] png = png(size);
            // 256 is written as 0.
            head.put((byte) size).put((byte) size).put((byte) 0).put((byte) 0).putShort((short) 1).putShort((short) 32);
            head.putInt(png.length).putInt(offset + body.size());
            body.write(png);
        }
        ByteArrayOutputStream whole = new ByteArrayOutputStream();
        whole.write(head.array());
        body.writeTo(whole);
        return whole.toByteArray();
    }

    private byte[] icns() throws IOException {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(body);
        for (IcnsEntry entry : ICNS_ENTRIES) {
            byte[] png = png(entry.size());
            write(out, entry.type(), entry.asPng() ? png : packed(ImageIO.read(new ByteArrayInputStream(png))));
        }
        ByteArrayOutputStream whole = new ByteArrayOutputStream();
        write(new DataOutputStream(whole), "icns", body.toByteArray());
        return whole.toByteArray();
    }

    private static void write(DataOutputStream out, String type, byte[] data) throws IOException {
        out.writeBytes(type);
        out.writeInt(8 + data.length);
        out.write(data);
    }

    private static byte[] packed(BufferedImage picture) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write("ARGB".getBytes(StandardCharsets.US_ASCII));
        for (int shift : ARGB_SHIFTS) {
            pack(channel(picture, shift), out);
        }
        return out.toByteArray();
    }

    private static byte[] channel(BufferedImage picture, int shift) {
        byte[] channel = new byte[picture.getWidth() * picture.getHeight()];
        for (int i = 0; i < channel.length; i++) {
            channel[i] = (byte) (picture.getRGB(i % picture.getWidth(), i / picture.getWidth()) >> shift);
        }
        return channel;
    }

    /**
     * Run-length encoding. A byte n below 128: n + 1 literal bytes follow. From 128 on: repeat the next byte n - 125
     * times.
     */
    private static void pack(byte[] channel, ByteArrayOutputStream out) {
        int at = 0;
        while (at < channel.length) {
            int run = run(channel, at);
            if (run >= 3) {
                out.write(run + 125);
                out.write(channel[at]);
                at += run;
            } else {
                int end = at + 1;
                while (end < channel.length && end - at < 128 && run(channel, end) < 3) {
                    end++;
                }
                out.write(end - at - 1);
                out.write(channel, at, end - at);
                at = end;
            }
        }
    }

    private static int run(byte[] channel, int at) {
        int end = at + 1;
        while (end < channel.length && end - at < 130 && channel[end] == channel[at]) {
            end++;
        }
        return end - at;
    }

    private void readIco(byte[] file) throws IOException {
        ByteBuffer in = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN);
        check(in.getShort() == 0 && in.getShort() == 1 && in.getShort() == ICO_SIZES.size(), "head of the ico");
        for (int size : ICO_SIZES) {
            int width = in.get() & 0xff;
            check(width == size % 256 && (in.get() & 0xff) == width && in.getShort() == 0, "entry " + size);
            check(in.getShort() == 1 && in.getShort() == 32, "colours of " + size);
            int length = in.getInt();
            int offset = in.getInt();
            check(size, Arrays.copyOfRange(file, offset, offset + length));
        }
    }

    private void readIcns(byte[] file) throws IOException {
        ByteBuffer in = ByteBuffer.wrap(file);
        check(type(in).equals("icns") && in.getInt() == file.length, "head of the icns");
        for (IcnsEntry entry : ICNS_ENTRIES) {
            check(type(in).equals(entry.type()), "type of picture " + entry.size());
            byte[] data = new byte[in.getInt() - 8];
            in.get(data);
            if (entry.asPng()) {
                check(entry.size(), data);
            } else {
                checkChannels(entry.size(), data);
            }
        }
        check(!in.hasRemaining(), "number of pictures");
    }

    private static String type(ByteBuffer in) {
        byte[] name = new byte[4];
        in.get(name);
        return new String(name, StandardCharsets.US_ASCII);
    }

    private void check(int size, byte[] png) throws IOException {
        BufferedImage picture = ImageIO.read(new ByteArrayInputStream(png));
        check(picture.getWidth() == size && picture.getHeight() == size && Arrays.equals(png, png(size)),
                "picture " + size);
    }

    private void checkChannels(int size, byte[] data) throws IOException {
        BufferedImage picture = ImageIO.read(new ByteArrayInputStream(png(size)));
        ByteBuffer in = ByteBuffer.wrap(data);
        check(type(in).equals("ARGB"), "kind of picture " + size);
        for (int shift : ARGB_SHIFTS) {
            byte[] channel = new byte[size * size];
            int at = 0;
            while (at < channel.length) {
                int head = in.get() & 0xff;
                if (head < 128) {
                    in.get(channel, at, head + 1);
                    at += head + 1;
                } else {
                    Arrays.fill(channel, at, at + head - 125, in.get());
                    at += head - 125;
                }
            }
            check(Arrays.equals(channel, channel(picture, shift)), "channel of picture " + size);
        }
        check(!in.hasRemaining(), "end of picture " + size);
    }

    private static void check(boolean right, String what) {
        if (!right) {
            throw new IllegalStateException("Wrong: " + what);
        }
    }

    /**
     * One picture in an .icns. Some types have the same size: one for that size, one for half the size at double
     * density.
     *
     * @param asPng false for the two sizes that macOS shows scrambled if they are PNGs; they are stored as packed
     * channels
     */
    private record IcnsEntry(String type, int size, boolean asPng) {
        static IcnsEntry png(String type, int size) {
            return new IcnsEntry(type, size, true);
        }

        static IcnsEntry channels(String type, int size) {
            return new IcnsEntry(type, size, false);
        }
    }
}
