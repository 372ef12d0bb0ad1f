package app.keyturn.entra;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.keyturn.entra.StubMicrosoft.Reply;
import app.keyturn.platform.AddressBook;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.UnknownServiceException;
import java.util.Set;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The one client, and the addresses it is used with. */
class EntraHttpTest {
    @Test
    void inEarnestNothingIsSentInTheClear() throws Exception {
        try (ServerSocket listening = new ServerSocket(0, 1, LoopbackPort.ipv4())) {
            OkHttpClient client = new EntraHttp(Rehearsal.LIMITS, AddressBook.EMPTY).client();
            assertThrows(UnknownServiceException.class,
                    () -> get(client, "http://127.0.0.1:" + listening.getLocalPort() + "/"));
        }
    }

    @Test
    void inPracticeNoOtherHostIsVisited() throws Exception {
        try (StubMicrosoft stub = StubMicrosoft.answering(Reply.json(200, "{}"))) {
            OkHttpClient client = stub.http(Rehearsal.LIMITS).client();
            assertThrows(StrangeAnswerException.class, () -> get(client, "https://graph.microsoft.com/"));
            assertEquals(200, get(client, "https://graph.practice.invalid/"));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {301, 302, 303, 307, 308, 408, 503})
    void noRequestIsEverRepeated(int status) throws Exception {
        Reply reply = Reply.json(status, "{}")
                .with(status < 400 ? "Location" : "Retry-After",
                        status < 400 ? "https://graph.practice.invalid/again" : "0");
        try (StubMicrosoft stub = StubMicrosoft.answering(reply)) {
            OkHttpClient client = stub.http(Rehearsal.LIMITS).client();
            assertEquals(status, get(client, "https://graph.practice.invalid/"));
            Request post = new Request.Builder().url("https://graph.practice.invalid/")
                    .post(RequestBody.create(new byte[1]))
                    .build();
            client.newCall(post).execute().close();
            assertEquals(2, stub.seen.size());
        }
    }

    @ParameterizedTest
    @EnumSource
    void everyCloudIsEncryptedAndAsksForTwoPermissionsOfItsOwn(Cloud cloud) {
        assertEquals(Set.of("https://" + cloud.graphHost() + "/Application.Read.All",
                "https://" + cloud.graphHost() + "/Synchronization.ReadWrite.All"), cloud.scopes());
        assertEquals("https", cloud.login().getScheme());
        assertEquals("https", cloud.portal().getScheme());
        assertTrue(cloud.appPage("an id/?").toString().startsWith(cloud.portal() + "/#view/"));
        assertTrue(cloud.appPage("an id/?").toString().endsWith("/objectId/an+id%2F%3F"));
    }

    private static int get(OkHttpClient client, String address) throws IOException {
        try (Response response = client.newCall(new Request.Builder().url(address).build()).execute()) {
            return response.code();
        }
    }
}
