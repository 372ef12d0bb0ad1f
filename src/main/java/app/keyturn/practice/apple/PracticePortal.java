package app.keyturn.practice.apple;

import app.keyturn.practice.server.PracticeHost;
import java.util.Arrays;

/** Apple's two portals, as far as this world knows them. */
public enum PracticePortal {
    SCHOOL("Apple School Manager"), BUSINESS("Apple Business Manager");

    private final String product;

    PracticePortal(String product) {
        this.product = product;
    }

    /** The name of the portal, and of its application in the Entra gallery. */
    public String product() {
        return product;
    }

    public PracticePortal other() {
        return this == SCHOOL ? BUSINESS : SCHOOL;
    }

    private String id() {
        return PracticeHost.valueOf(name()).folder();
    }

    /** Where Entra sends accounts. */
    public String scimUrl() {
        return "https://federation.apple.com" + scimPath();
    }

    String scimPath() {
        return "/feeds/" + id() + "/scim";
    }

    public static PracticePortal fromId(String id) {
        return Arrays.stream(values())
                .filter(portal -> portal.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("No such portal: " + id));
    }
}
