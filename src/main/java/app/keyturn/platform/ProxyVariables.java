package app.keyturn.platform;

import java.net.IDN;
import java.net.InetAddress;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The variables {@code https_proxy}, {@code all_proxy} and {@code no_proxy}, in lower or upper case, read as curl does
 * (curl.se, "curl.1", "ENVIRONMENT" and "--noproxy"). Beyond that, a password may contain any character, a proxy
 * without a port has HTTP's, and {@code no_proxy} may name a port, as for Go ("golang.org/x/net/http/httpproxy").
 */
public final class ProxyVariables {
    private static final int HTTP_PORT = 80;
    private static final int HTTPS_PORT = 443;
    private static final int SOCKS_PORT = 1080;
    private static final int MAX_PORT = 65_535;
    private static final Pattern SCHEME = Pattern.compile("([A-Za-z][A-Za-z0-9+.-]*)://(.*)", Pattern.DOTALL);
    /** A slash is missing; else "http" would be taken for the name of a computer. */
    private static final Pattern HALF_SCHEME = Pattern.compile("(https?|socks\\w*):/?(?!/)\\D.*",
            Pattern.CASE_INSENSITIVE | Pattern.DOTALL);
    /** Unlike those of URLs, names of computers may contain underscores. */
    private static final Pattern HOST_AND_PORT = Pattern
            .compile("(?:\\[(?<ip>[0-9A-Fa-f:.]+)(?:%(?:25)?(?<zone>[\\w.-]+))?]|(?<name>[\\p{L}\\p{M}\\p{N}._-]+))"
                    + "(?::(?<port>\\d*))?");
    private static final Pattern HOST_WITH_PORT = Pattern.compile("(\\[.*]|[^:]*):(\\d{1,5})");
    private static final Pattern BETWEEN_ENTRIES = Pattern.compile("[,\\s]+");

    private final Map<String, String> environment;

    /** How to talk to a proxy. */
    enum Kind {
        HTTP, SOCKS
    }

    /**
     * Where a proxy is.
     *
     * @param host a name or an IP address, without brackets
     */
    record Address(Kind kind, String host, int port) {}

    /**
     * A variable that is set and cannot be used, so that no proxy is used. Its value is not kept: it may contain a
     * password.
     *
     * @param variable the name, as it is spelt
     */
    public record Unusable(String variable, Reason reason) {}

    /** Why a variable cannot be used. The names are part of message keys. */
    public enum Reason {
        /** The connection to the proxy itself would be encrypted. */
        ENCRYPTED,
        /** Neither an HTTP proxy nor one for SOCKS 5. */
        UNKNOWN_KIND,
        /** It is not an address. */
        NOT_AN_ADDRESS
    }

    /** What a variable says. */
    private sealed interface Value {
        record Usable(Address address) implements Value {}

        record Bad(Reason reason) implements Value {}
    }

    private record Variable(String name, String value) {}

    /** Reads variables by name. */
    public ProxyVariables(Map<String, String> environment) {
        this.environment = Map.copyOf(environment);
    }

    /** This computer's; none on Windows and macOS, where Java knows the system's settings. */
    public static ProxyVariables ofThisComputer() {
        return new ProxyVariables(OperatingSystem.current() == OperatingSystem.OTHER ? System.getenv() : Map.of());
    }

    /** The variable that names the proxy and cannot be used; empty if there is none. */
    public Optional<Unusable> unusable() {
        return proxyVariable().flatMap(variable -> parse(variable.value()) instanceof Value.Bad(Reason reason)
                ? Optional.of(new Unusable(variable.name(), reason))
                : Optional.empty());
    }

    /**
     * The proxy for a connection; empty if it needs none.
     *
     * @param host a name, or an IP address with or without brackets
     */
    Optional<Address> proxyFor(String host, int port) {
        return proxyVariable().filter(_ -> !isExcluded(withoutBrackets(host.toLowerCase(Locale.ROOT)), port))
                .flatMap(variable -> parse(variable.value()) instanceof Value.Usable(Address address)
                        ? Optional.of(address)
                        : Optional.empty());
    }

    /** The port of an address that names none. */
    static int defaultPort(String scheme) {
        return scheme.equalsIgnoreCase("http") ? HTTP_PORT : HTTPS_PORT;
    }

    private Optional<Variable> proxyVariable() {
        return variable("https_proxy").or(() -> variable("all_proxy"));
    }

    private Optional<Variable> variable(String name) {
        return Stream.of(name, name.toUpperCase(Locale.ROOT))
                .map(spelling -> new Variable(spelling, environment.getOrDefault(spelling, "").strip()))
                .filter(variable -> !variable.value().isEmpty())
                .findFirst();
    }

    private static Value parse(String text) {
        Matcher scheme = SCHEME.matcher(text);
        boolean hasScheme = scheme.matches();
        if (HALF_SCHEME.matcher(text).matches()) {
            return new Value.Bad(Reason.NOT_AN_ADDRESS);
        }
        return switch (hasScheme ? scheme.group(1).toLowerCase(Locale.ROOT) : "http") {
            case "http" -> parse(Kind.HTTP, hasScheme ? scheme.group(2) : text, HTTP_PORT);
            case "socks", "socks5", "socks5h" -> parse(Kind.SOCKS, scheme.group(2), SOCKS_PORT);
            case "https" -> new Value.Bad(Reason.ENCRYPTED);
            default -> new Value.Bad(Reason.UNKNOWN_KIND);
        };
    }

    /** What follows the scheme. A user name and a password are left out: Keyturn asks for them. */
    private static Value parse(Kind kind, String text, int defaultPort) {
        String authority = untilPath(text);
        Stream<String> candidates = Stream.of(authority, untilPath(afterUser(text)));
        if (text.indexOf('@', authority.length()) >= 0 && text.charAt(authority.length()) != '/') {
            candidates = candidates.skip(1); // "#" or "?" in front of an "@" belongs to the password
        }
        return candidates.flatMap(candidate -> address(kind, afterUser(candidate), defaultPort).stream())
                .findFirst()
                .<Value>map(Value.Usable::new)
                .orElseGet(() -> new Value.Bad(Reason.NOT_AN_ADDRESS));
    }

    private static String untilPath(String text) {
        return text.split("[/?#]", 2)[0];
    }

    private static String afterUser(String text) {
        return text.substring(text.lastIndexOf('@') + 1);
    }

    private static Optional<Address> address(Kind kind, String hostAndPort, int defaultPort) {
        Matcher matcher = HOST_AND_PORT.matcher(hostAndPort);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        String port = Optional.ofNullable(matcher.group("port")).orElse("");
        String ip = matcher.group("ip");
        String zone = Optional.ofNullable(matcher.group("zone")).map(name -> "%" + name).orElse("");
        Optional<String> host = ip == null
                ? asciiName(matcher.group("name"))
                : literal(ip).map(_ -> ip + zone);
        return port(port, defaultPort).flatMap(number -> host.map(name -> new Address(kind, name, number)));
    }

    private static Optional<Integer> port(String digits, int defaultPort) {
        if (digits.isEmpty()) {
            return Optional.of(defaultPort);
        }
        String number = digits.replaceFirst("^0+(?=.)", "");
        return number.length() <= String.valueOf(MAX_PORT).length()
                ? Optional.of(Integer.valueOf(number)).filter(port -> port > 0 && port <= MAX_PORT)
                : Optional.empty();
    }

    private static Optional<String> asciiName(String name) {
        try {
            return Optional.of(IDN.toASCII(name)).filter(ascii -> !ascii.replace(".", "").isEmpty());
        } catch (IllegalArgumentException notAName) {
            return Optional.empty();
        }
    }

    private boolean isExcluded(String host, int port) {
        Predicate<String> fits = literal(host).<Predicate<String>>map(ip -> entry -> fitsAddress(ip, entry))
                .orElse(entry -> fitsName(withoutDotAtEnd(host), entry));
        return BETWEEN_ENTRIES
                .splitAsStream(variable("no_proxy").map(Variable::value).orElse("").toLowerCase(Locale.ROOT))
                .anyMatch(entry -> {
                    Matcher withPort = HOST_WITH_PORT.matcher(entry);
                    return withPort.matches()
                            ? Integer.parseInt(withPort.group(2)) == port && fits.test(withPort.group(1))
                            : fits.test(entry);
                });
    }

    private static boolean fitsName(String host, String entry) {
        String name = withoutDotAtEnd(entry.replaceFirst("^\\*?\\.", ""));
        return !name.isEmpty() && (name.equals("*") || host.equals(name) || host.endsWith("." + name));
    }

    /** An address, or a range such as {@code 10.0.0.0/8} (RFC 4632). */
    private static boolean fitsAddress(InetAddress host, String entry) {
        String[] parts = entry.split("/", 2);
        Optional<InetAddress> network = literal(withoutBrackets(parts[0]));
        int bits = host.getAddress().length * Byte.SIZE;
        if (parts.length > 1) {
            if (!parts[1].matches("\\d{1,3}") || Integer.parseInt(parts[1]) > bits) {
                return false;
            }
            bits = Integer.parseInt(parts[1]);
        }
        int prefix = bits;
        return entry.equals("*") || network.filter(ip -> samePrefix(ip.getAddress(), host.getAddress(), prefix))
                .isPresent();
    }

    private static boolean samePrefix(byte[] one, byte[] other, int bits) {
        int bytes = bits / Byte.SIZE;
        int mask = 0xFF << (Byte.SIZE - bits % Byte.SIZE) & 0xFF;
        return one.length == other.length
                && Arrays.equals(one, 0, bytes, other, 0, bytes)
                && (mask == 0 || ((one[bytes] ^ other[bytes]) & mask) == 0);
    }

    private static Optional<InetAddress> literal(String text) {
        try {
            return Optional.of(InetAddress.ofLiteral(text));
        } catch (IllegalArgumentException notAnIpAddress) {
            return Optional.empty();
        }
    }

    private static String withoutBrackets(String host) {
        return host.startsWith("[") && host.endsWith("]") ? host.substring(1, host.length() - 1) : host;
    }

    private static String withoutDotAtEnd(String host) {
        return host.endsWith(".") ? host.substring(0, host.length() - 1) : host;
    }
}
