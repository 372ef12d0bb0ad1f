package app.keyturn.renewal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import app.keyturn.renewal.SyncJob.Quarantine;
import app.keyturn.renewal.SyncJob.QuarantineReason;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class QuarantineTest {
    @ParameterizedTest
    @EnumSource
    void microsoftSwitchesTheJobOffFourWeeksAfterItBegan(QuarantineReason reason) {
        Quarantine quarantine = new Quarantine(reason, Optional.of(Instant.parse("2026-10-01T08:00:05Z")));
        assertEquals(Optional.of(Instant.parse("2026-10-29T08:00:05Z")), quarantine.switchedOffAt());
    }

    @ParameterizedTest
    @EnumSource
    void ifTheBeginningIsUnknownSoIsTheEnd(QuarantineReason reason) {
        assertEquals(Optional.empty(), new Quarantine(reason, Optional.empty()).switchedOffAt());
    }
}
