package app.keyturn.platform;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.nio.ByteBuffer;
import java.util.Map;
import java.util.stream.Collectors;
import javafx.scene.input.DataFormat;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class SecretClipboardTest {
    private static final byte[] DWORD_ZERO = new byte[4];

    @Test
    void onWindowsThreeMarksKeepASecretFromHistoryAndCloud() {
        Map<String, Object> content = content("Windows 11");
        assertEquals("the secret", content.remove("text/plain"));
        for (String mark : new String[]{"ExcludeClipboardContentFromMonitorProcessing", "CanIncludeInClipboardHistory",
                "CanUploadToCloudClipboard"}) {
            assertArrayEquals(DWORD_ZERO, bytes(content.remove(mark)));
        }
        assertEquals(Map.of(), content);
    }

    @Test
    void onLinuxAHintMarksTheTextAsSecret() {
        Map<String, Object> content = content("Linux");
        assertEquals("the secret", content.remove("text/plain"));
        assertEquals("secret", new String(bytes(content.remove("x-kde-passwordManagerHint")), UTF_8));
        assertEquals(Map.of(), content);
    }

    @Test
    void onMacOsJavaFxCopiesOnlyTheText() {
        assertEquals(Map.of("text/plain", "the secret"), content("Mac OS X"));
    }

    @Test
    void aSecretCanBeCopiedTwice() {
        assertEquals(content("Windows 11").keySet(), content("Windows 11").keySet());
    }

    /** JavaFX would serialize a serializable value, and only Java could read it. */
    private static byte[] bytes(@Nullable Object mark) {
        assertFalse(mark instanceof java.io.Serializable);
        return assertInstanceOf(ByteBuffer.class, mark).array();
    }

    private static Map<String, Object> content(String system) {
        return SecretClipboard.content("the secret", OperatingSystem.fromName(system))
                .entrySet()
                .stream()
                .collect(Collectors.toMap(entry -> entry.getKey().getIdentifiers().iterator().next(),
                        Map.Entry<DataFormat, Object>::getValue));
    }
}
