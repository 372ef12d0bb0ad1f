package app.keyturn.practice.signin;

import java.util.Arrays;
import java.util.Optional;

/** The two accounts of the practice tenant. */
enum PracticeUser {
    ADMINISTRATOR("administrator", "it@maple.example", "Practice administrator",
            "5d0c8a51-3f0e-4f6e-9a54-0a1f3c1c7a11"), USER_WITHOUT_ROLE("user-without-role", "helper@maple.example",
                    "Practice user without the role", "5d0c8a51-3f0e-4f6e-9a54-0a1f3c1c7a22");

    private final String id;
    private final String userPrincipalName;
    private final String displayName;
    private final String objectId;

    PracticeUser(String id, String userPrincipalName, String displayName, String objectId) {
        this.id = id;
        this.userPrincipalName = userPrincipalName;
        this.displayName = displayName;
        this.objectId = objectId;
    }

    /** The value of the user's button. */
    String id() {
        return id;
    }

    String userPrincipalName() {
        return userPrincipalName;
    }

    String displayName() {
        return displayName;
    }

    String objectId() {
        return objectId;
    }

    boolean hasSyncRole() {
        return this == ADMINISTRATOR;
    }

    static Optional<PracticeUser> fromId(String id) {
        return Arrays.stream(values()).filter(user -> user.id.equals(id)).findFirst();
    }
}
