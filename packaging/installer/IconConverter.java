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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;

/**
 * Makes {@code keyturn.ico} for Windows and {@code keyturn.icns} for macOS of PNGs, and reads them back. Only needed when
 * the picture changes, with any tool that makes PNGs of {@code icons/keyturn.svg}:
 *
 * <pre>
 * for size in 16 32 48 64 128 256 512 1024; do rsvg-convert -w $size -h $size icons/keyturn.svg -o FOLDER/keyturn-$size.png; done
 * java packaging/installer/IconConverter.java FOLDER icons
 * </pre>
 */
final class IconConverter {
    private static final List<Integer> ICO_SIZES = List.of(16, 32, 48, 256);
    /** The kinds that hold a PNG; several are the same picture, once for itself and once for a screen of twice the density. */
    private static final Map<String, Integer> ICNS_PNGS = new LinkedHashMap<>();
    /** PNGs of these two sizes come out scrambled as a program's icon on macOS; it takes them as packed channels. */
    private static final Map<String, Integer> ICNS_CHANNELS = new LinkedHashMap<>();

    static {
        ICNS_CHANNELS.put("ic04", 16);
        ICNS_CHANNELS.put("ic05", 32);
        ICNS_PNGS.put("ic11", 32);
        ICNS_PNGS.put("ic12", 64);
        ICNS_PNGS.put("ic07", 128);
        ICNS_PNGS.put("ic13", 256);
        ICNS_PNGS.put("ic08", 256);
        ICNS_PNGS.put("ic14", 512);
        ICNS_PNGS.put("ic09", 512);
        ICNS_PNGS.put("ic10", 1024);
    }

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
        System.out.println("Made and read back: " + ico + ", " + icns);
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
        for (Map.Entry<String, Integer> kind : ICNS_CHANNELS.entrySet()) {
            entry(out, kind.getKey(), packed(ImageIO.read(new ByteArrayInputStream(png(kind.getValue())))));
        }
        for (Map.Entry<String, Integer> kind : ICNS_PNGS.entrySet()) {
            entry(out, kind.getKey(), png(kind.getValue()));
        }
        ByteArrayOutputStream whole = new ByteArrayOutputStream();
        entry(new DataOutputStream(whole), "icns", body.toByteArray());
        return whole.toByteArray();
    }

    private static void entry(DataOutputStream out, String kind, byte[] data) throws IOException {
        out.writeBytes(kind);
        out.writeInt(8 + data.length);
        out.write(data);
    }

    private static byte[] packed(BufferedImage picture) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write("ARGB".getBytes(StandardCharsets.US_ASCII));
        for (int shift : new int[] { 24, 16, 8, 0 }) {
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

    /** A byte under 128: so many and one more follow. From 128 on: the next byte, so many times less 125. */
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
        check(kind(in).equals("icns") && in.getInt() == file.length, "head of the icns");
        int read = 0;
        while (in.hasRemaining()) {
            String kind = kind(in);
            byte[] data = new byte[in.getInt() - 8];
            in.get(data);
            if (ICNS_CHANNELS.containsKey(kind)) {
                checkChannels(ICNS_CHANNELS.get(kind), data);
            } else {
                check(ICNS_PNGS.get(kind), data);
            }
            read++;
        }
        check(read == ICNS_CHANNELS.size() + ICNS_PNGS.size(), "number of pictures");
    }

    private static String kind(ByteBuffer in) {
        byte[] name = new byte[4];
        in.get(name);
        return new String(name, StandardCharsets.US_ASCII);
    }

    private void check(int size, byte[] png) throws IOException {
        BufferedImage picture = ImageIO.read(new ByteArrayInputStream(png));
        check(picture.getWidth() == size && picture.getHeight() == size && Arrays.equals(png, png(size)), "picture " + size);
    }

    private void checkChannels(int size, byte[] data) throws IOException {
        BufferedImage picture = ImageIO.read(new ByteArrayInputStream(png(size)));
        ByteBuffer in = ByteBuffer.wrap(data);
        check(kind(in).equals("ARGB"), "kind of picture " + size);
        for (int shift : new int[] { 24, 16, 8, 0 }) {
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
            throw new IllegalStateException("Not as it should be: " + what);
        }
    }
}
