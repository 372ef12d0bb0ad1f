package installer;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * Signs files for Windows with jsign, which does so on any system. These environment variables say with what; their values
 * are those of jsign's options of the same names. If the first is not set, nothing is signed, except for a trial:
 *
 * <ul>
 * <li>{@code WINDOWS_SIGNING_KEYSTORE}: a file, or the address or name of a service that keeps the key
 * <li>{@code WINDOWS_SIGNING_STOREPASS}: its password
 * <li>{@code WINDOWS_SIGNING_STORETYPE}: for example PKCS12, PKCS11, TRUSTEDSIGNING
 * <li>{@code WINDOWS_SIGNING_ALIAS}, {@code WINDOWS_SIGNING_CERTFILE}: which key, and its certificates
 * <li>{@code WINDOWS_SIGNING_TSAURL}: confirms the time, so that a signature stays valid when its certificate expires
 * </ul>
 */
final class WindowsSigner {
    private static final String VARIABLE = "WINDOWS_SIGNING_";
    private static final String PASSWORD = VARIABLE + "STOREPASS";
    private static final List<String> OPTIONAL = List.of("STORETYPE", "ALIAS", "CERTFILE");
    private static final String TIME_SERVER = "http://timestamp.digicert.com";
    /** Microsoft, "PE Format": where a file says that it is signed. */
    private static final int HEADER_POINTER = 0x3C;
    private static final int CERTIFICATE_TABLE_SIZE = 24 + 112 + 4 * 8 + 4;

    private final String jsign;
    private final List<String> options;
    private final Map<String, String> environment;

    private WindowsSigner(String jsign, List<String> options, Map<String, String> environment) {
        this.jsign = jsign;
        this.options = options;
        this.environment = environment;
    }

    /** A signer as the environment says; empty if it says nothing. */
    static Optional<WindowsSigner> fromEnvironment(String jsign) {
        Optional<String> keystore = value("KEYSTORE");
        if (keystore.isEmpty()) {
            return Optional.empty();
        }
        List<String> options = new ArrayList<>(List.of("--keystore", keystore.get(), "--tsaurl",
                value("TSAURL").orElse(TIME_SERVER), "--tsretries", "5"));
        value("STOREPASS").ifPresent(_ -> options.addAll(List.of("--storepass", "env:" + PASSWORD)));
        OPTIONAL.forEach(name -> value(name)
                .ifPresent(value -> options.addAll(List.of("--" + name.toLowerCase(Locale.ROOT), value))));
        return Optional.of(new WindowsSigner(jsign, options, Map.of()));
    }

    private static Optional<String> value(String name) {
        return Optional.ofNullable(System.getenv(VARIABLE + name)).filter(value -> !value.isBlank());
    }

    /**
     * A signer with a key that is made for this purpose and that nobody trusts.
     *
     * @param work gets the key, and {@code certificate.pem}, by which the signatures can be verified
     */
    static WindowsSigner withThrowawayKey(String jsign, Path work) throws IOException {
        Files.createDirectories(work);
        Map<String, String> password = Map.of(PASSWORD, UUID.randomUUID().toString());
        String store = work.resolve("key.p12").toString();
        // Two certificates, since a signature does not contain those that issued themselves.
        keytool(password, store, "-genkeypair", "-alias", "authority", "-keyalg", "RSA", "-keysize", "3072",
                "-validity",
                "30", "-dname", "CN=Keyturn trial authority (not for release)", "-ext", "BasicConstraints=ca:true",
                "-ext", "KeyUsage=keyCertSign");
        keytool(password, store, "-genkeypair", "-alias", "key", "-signer", "authority", "-keyalg", "RSA", "-keysize",
                "3072", "-validity", "30", "-dname", "CN=Keyturn trial (not for release)", "-ext",
                "ExtendedKeyUsage=codeSigning", "-ext", "KeyUsage=digitalSignature");
        keytool(password, store, "-exportcert", "-rfc", "-alias", "authority", "-file",
                work.resolve("certificate.pem").toString());
        return new WindowsSigner(jsign,
                List.of("--storetype", "PKCS12", "--keystore", store, "--storepass", "env:" + PASSWORD,
                        "--alias", "key"),
                password);
    }

    private static void keytool(Map<String, String> environment, String store, String... arguments)
            throws IOException {
        List<String> command = new ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin", "keytool").toString()));
        command.addAll(List.of(arguments));
        command.addAll(List.of("-storetype", "PKCS12", "-keystore", store, "-storepass:env", PASSWORD));
        Commands.run(command, environment);
    }

    /** Signs every program and library below a folder that has no signature. */
    void signUnsigned(Path folder) throws IOException {
        List<Path> unsigned = new ArrayList<>();
        for (Path file : FileTree.list(folder)) {
            String name = file.getFileName().toString();
            if ((name.endsWith(".exe") || name.endsWith(".dll")) && !isSigned(file)) {
                unsigned.add(file);
            }
        }
        if (!unsigned.isEmpty()) {
            sign(unsigned);
        }
    }

    /** Signs these files. */
    void sign(List<Path> files) throws IOException {
        List<String> command = new ArrayList<>(List.of(Commands.javaCommand(), "-cp", jsign, "net.jsign.JsignCLI",
                "sign", "--alg", "SHA-256", "--name", AppImage.NAME));
        command.addAll(options);
        files.forEach(file -> command.add(file.toString()));
        Commands.run(command, environment);
        files.forEach(file -> System.out.println("signed: " + file.getFileName()));
    }

    private static boolean isSigned(Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file)) {
            ByteBuffer bytes = channel.map(FileChannel.MapMode.READ_ONLY, 0, channel.size())
                    .order(ByteOrder.LITTLE_ENDIAN);
            return bytes.getInt(bytes.getInt(HEADER_POINTER) + CERTIFICATE_TABLE_SIZE) != 0;
        }
    }
}
