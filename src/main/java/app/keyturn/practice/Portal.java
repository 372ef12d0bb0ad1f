package app.keyturn.practice;

import java.util.Arrays;

/** Apple's two portals, as far as this world knows them. */
enum Portal {
    SCHOOL("Apple School Manager"), BUSINESS("Apple Business Manager");

    private final String product;

    Portal(String product) {
        this.product = product;
    }

    /** The name of the portal, and of its application in the Entra gallery. */
    String product() {
        return product;
    }

    Portal other() {
        return this == SCHOOL ? BUSINESS : SCHOOL;
    }

    private String id() {
        return Site.valueOf(name()).folder();
    }

    /** Where Entra sends accounts. */
    String feed() {
        return "https://federation.apple.com" + feedPath();
    }

    String feedPath() {
        return "/feeds/" + id() + "/scim";
    }

    static Portal of(String id) {
        return Arrays.stream(values())
                .filter(portal -> portal.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("No such portal: " + id));
    }
}
