package app.keyturn.practice.apple;

import app.keyturn.practice.server.PracticeHost;
import java.util.Arrays;

/** Apple's two portals. */
public enum PracticePortal {
    SCHOOL("Apple School Manager"), BUSINESS("Apple Business Manager");

    private final String product;

    PracticePortal(String product) {
        this.product = product;
    }

    /** The portal's name, which its application in the Entra gallery shares. */
    public String product() {
        return product;
    }

    /** The other of the two. */
    public PracticePortal other() {
        return this == SCHOOL ? BUSINESS : SCHOOL;
    }

    private String id() {
        return PracticeHost.valueOf(name()).folder();
    }

    /** The address that Entra sends accounts to. */
    public String scimUrl() {
        return "https://federation.apple.com" + scimPath();
    }

    String scimPath() {
        return "/feeds/" + id() + "/scim";
    }

    /**
     * The portal with this id.
     *
     * @param id {@code school} or {@code business}
     * @throws IllegalArgumentException when there is none
     */
    public static PracticePortal fromId(String id) {
        return Arrays.stream(values())
                .filter(portal -> portal.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("No such portal: " + id));
    }
}
