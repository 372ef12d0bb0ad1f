package app.keyturn.entra.http;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is read out of an error's message, of which nothing else is kept. */
class ErrorMessageTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', value = {"Response Status Code: Unauthorized | 401",
            "Operation: GET   Response Status Code: Forbidden   Response Headers: | 403",
            "... Response Status Code: BadRequest ... incomplete_filter | 400", "Response Status Code: NotFound | 404",
            "response status code: internalservererror | 500", "Response Status Code: 401 | 401",
            "StatusCode: ServiceUnavailable | 503", "StatusCode=TooManyRequests, more | 429",
            "The remote server returned an error: (401) Unauthorized. | 401",
            "The remote server returned an error: (502) Bad Gateway. | 502",
            "Response status code does not indicate success: 403 (Forbidden). | 403",
            "Response status code does not indicate success: 404 (Not Found). | 404",
            "We got HTTP/1.1 401 from your application | 401", "Apple said: Unauthorized | 401",
            "Response Status Code: NotFound. Not Unauthorized | 404"})
    void theStatusThatMicrosoftGotFromTheAppIsFound(String text, int status) {
        assertEquals(OptionalInt.of(status), ErrorMessage.of(List.of(text)).appStatus());
    }

    @ParameterizedTest
    @ValueSource(strings = {"We are not able to connect to your application", "401", "id 94fb3b52-401a-4535-a601-403",
            "at 2026-03-02T09:00:00.401Z", "Response Status Code: Wonderful", "(4012)", "unauthorizedly"})
    void aNumberThatIsNoStatusIsNone(String text) {
        assertEquals(OptionalInt.empty(), ErrorMessage.of(List.of(text)).appStatus());
    }

    @Test
    void theInnermostMessageCounts() {
        assertEquals(OptionalInt.of(404), ErrorMessage
                .of(List.of("no status", "Response Status Code: NotFound", "Response Status Code: Forbidden"))
                .appStatus());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"Requested value 'baseaddress' was not found. | true",
            "Requested value '' was not found | true", "requested value x was not found | true",
            "The resource was not found | false", "'' | false"})
    void aValueThatMicrosoftDoesNotKnowIsRecognised(String text, boolean notFound) {
        assertEquals(notFound, ErrorMessage.of(List.of(text)).valueNotFound());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"'' | false", "... | false", "' ' | false", "Sorry | true"})
    void aMessageWithoutALetterIsNone(String text, boolean present) {
        assertEquals(present, ErrorMessage.of(List.of(text)).present());
    }
}
