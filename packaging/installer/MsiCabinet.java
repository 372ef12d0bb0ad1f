package installer;

import cabinet.Cabinet;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * Replaces the cabinet inside an .msi: wixl compresses with MSZIP, Windows also unpacks LZX, which takes a quarter less
 * (Microsoft, "Cabinet Files", in the documentation of Windows Installer).
 */
final class MsiCabinet {
    /** Debian's and Ubuntu's package msitools has both. */
    static final String WRITER = "msibuild";
    static final String READER = "msiinfo";
    private static final String NAME = "keyturn.cab";
    /** The names of the columns, their types, and the table's name come before its rows. */
    private static final int LINES_BEFORE_ROWS = 3;

    private MsiCabinet() {}

    /**
     * Replaces it in several .msi with the same files, for which they are compressed once.
     *
     * @param files the files by their keys in the table File
     * @param work a folder for intermediate files
     */
    static void replace(List<Path> installers, Map<String, Path> files, Path work) throws IOException {
        List<String> order = order(installers.getFirst());
        List<Cabinet.Entry> entries = order.stream()
                .map(key -> new Cabinet.Entry(key, Objects.requireNonNull(files.get(key), key)))
                .toList();
        Path cabinet = work.resolve(NAME);
        Cabinet.write(entries, cabinet);
        if (Commands.isInstalled(CabinetCheck.TOOL)) {
            CabinetCheck.check(cabinet, entries, work.resolve("unpacked"));
        } else {
            System.out
                    .println("not unpacked to check it, since " + CabinetCheck.TOOL + " is not installed: " + cabinet);
        }
        for (Path installer : installers) {
            if (!order(installer).equals(order)) {
                throw new IllegalStateException(installer + " has other files than " + installers.getFirst());
            }
            Commands.run(List.of(WRITER, installer.toString(), "-a", NAME, cabinet.toString()), Map.of());
            if (Files.size(installer) < Files.size(cabinet)) {
                throw new IllegalStateException(installer + " has no cabinet");
            }
        }
    }

    /** The keys of the files in the order of their numbers, which has to be their order in the one cabinet. */
    private static List<String> order(Path installer) throws IOException {
        List<String[]> files = rows(installer, "File").toList();
        String[] order = new String[files.size()];
        for (String[] file : files) {
            order[Integer.parseInt(file[file.length - 1]) - 1] = file[0];
        }
        List<String> media = rows(installer, "Media").map(row -> String.join(" ", row).strip()).toList();
        if (!media.equals(List.of("1 " + order.length + "  #" + NAME))) {
            throw new IllegalStateException(installer + " has other cabinets: " + media);
        }
        return List.of(order);
    }

    private static Stream<String[]> rows(Path installer, String table) throws IOException {
        return Commands.output(READER, "export", installer.toString(), table)
                .lines()
                .skip(LINES_BEFORE_ROWS)
                .map(row -> row.split("\t"));
    }
}
