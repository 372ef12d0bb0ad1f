package app.keyturn.entra.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.keyturn.entra.ProblemMapper;
import app.keyturn.platform.HostMap;
import app.keyturn.platform.SystemTrust;
import app.keyturn.renewal.ChangeState;
import app.keyturn.renewal.Problem;
import app.keyturn.testkit.PracticeRenewal;
import app.keyturn.testkit.TlsServer;
import com.microsoft.aad.msal4j.MsalServiceException;
import java.io.IOException;
import java.net.ProxySelector;
import java.net.UnknownHostException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.SSLHandshakeException;
import okhttp3.Request;
import okhttp3.tls.HeldCertificate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A wrong clock, and the problems that it may cause. */
class ClockSkewTest {
    private static final ErrorResponse ENDED = new ErrorResponse(401, List.of("InvalidAuthenticationToken"), false,
            Optional.of("the-request"), Optional.empty(), Optional.empty(), ErrorMessage.NONE);

    private final HeldCertificate authority = new HeldCertificate.Builder().certificateAuthority(0).build();

    @ParameterizedTest
    @CsvSource({"PT0S,SIGNIN-EXPIRED", "PT4M,SIGNIN-EXPIRED", "PT-4M,SIGNIN-EXPIRED", "PT6M,CLOCK-WRONG",
            "PT-6M,CLOCK-WRONG", "P-4000D,CLOCK-WRONG"})
    void aSignInThatCameToItsEndMayBeTheClocks(Duration wrongBy, String code) throws IOException {
        assertEquals(code, problems(wrongBy).of(ENDED).code().id());
    }

    @Test
    void onlyWhatAClockCanSpoilIsPutDownToIt() throws IOException {
        ProblemMapper problems = problems(Duration.ofHours(-1));
        assertEquals("CLOCK-WRONG", problems.of(new SSLHandshakeException("expired")).code().id());
        assertEquals("CLOCK-WRONG",
                problems.of(new MsalServiceException("something new", "invalid_grant")).code().id());
        assertEquals("NET-NO-NAME", problems.of(new UnknownHostException()).code().id());
        assertEquals("SIGNIN-NOT-ASSIGNED",
                problems.of(new MsalServiceException("AADSTS50105: no", "invalid_grant")).code().id());
        assertEquals("ROLE-MISSING",
                problems.of(new ErrorResponse(403, List.of(), false, Optional.empty(), Optional.empty(),
                        Optional.empty(), ErrorMessage.NONE)).code().id());
    }

    @Test
    void theDetailsOfTheAnswerAreKept() throws IOException {
        Problem problem = problems(Duration.ofHours(1)).of(ENDED);
        assertEquals(Optional.of("the-request"), problem.details().requestId());
        assertEquals(ChangeState.NOTHING, problem.changed());
    }

    @Test
    void aClockThatWasPutRightIsRightWithTheNextAnswer() throws IOException {
        SettableClock clock = new SettableClock();
        clock.wrongBy = Duration.ofHours(1);
        EntraHttp http = http(clock);
        try (TlsServer microsoft = TlsServer.called("localhost", authority)) {
            ask(http, microsoft);
            assertTrue(http.clockSkew().isTooLarge());
            clock.wrongBy = Duration.ZERO;
            ask(http, microsoft);
            assertFalse(http.clockSkew().isTooLarge());
        }
    }

    /** A clock that can be corrected. */
    private static final class SettableClock extends Clock {
        Duration wrongBy = Duration.ZERO;

        @Override
        public Instant instant() {
            return Clock.systemUTC().instant().plus(wrongBy);
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }

    /** The mapper of a computer whose clock is off by this much, after one response of Microsoft's. */
    private ProblemMapper problems(Duration wrongBy) throws IOException {
        Clock clock = Clock.offset(Clock.systemUTC(), wrongBy);
        EntraHttp http = http(clock);
        try (TlsServer microsoft = TlsServer.called("localhost", authority)) {
            ask(http, microsoft);
        }
        return ProblemMapper.of(http, clock);
    }

    private EntraHttp http(Clock clock) {
        return new EntraHttp(PracticeRenewal.LIMITS, HostMap.EMPTY,
                () -> SystemTrust.trustManagerFor(List.of(authority.certificate())), () -> ProxySelector.of(null),
                clock,
                new ProxyCredentials());
    }

    private static void ask(EntraHttp http, TlsServer microsoft) throws IOException {
        http.callFactory().newCall(new Request.Builder().url(microsoft.address("localhost")).build()).execute().close();
    }
}
