package app.keyturn.practice.signin;

import java.util.List;
import java.util.Locale;

/** The only organisation of the practice world. */
public final class PracticeTenant {
    /** The tenant ID. */
    public static final String ID = "7a3f0c52-9d1e-4b8a-8f6d-2c5e9b1d4a70";
    public static final String DISPLAY_NAME = "Maple Street School";
    public static final String DOMAIN = "maple.example";
    private static final List<String> NAMES = List.of(ID, DOMAIN, "organizations", "common");

    private PracticeTenant() {}

    /** Whether this name in the path of a sign-in address means the tenant. */
    static boolean matches(String name) {
        return NAMES.contains(name.toLowerCase(Locale.ROOT));
    }
}
