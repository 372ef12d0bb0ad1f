package app.keyturn.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PropertyListTest {
    private static final String HEAD = "<!DOCTYPE plist PUBLIC '-//Apple//DTD PLIST 1.0//EN' 'http://localhost/none'>";

    @Test
    void valuesAreRead() {
        assertEquals(Map.of("a", "b", "c", true, "d", List.of("e", "f"), "g", Map.of("h", false)), PropertyList.parse(
                HEAD + "<plist version='1.0'><!-- - --><dict><key>a</key><string>b</string> <key>c</key><true/><key>d</key>"
                        + "<array><string>e</string><string>f</string></array><key>g</key><dict><key>h</key><false/></dict>"
                        + "</dict></plist>"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "<plist", "<dict/>", "<plist><dict/></plist>", "<plist version='1.0'/>",
            "<plist version='1.0'><array/></plist>", "<plist version='1.0'><dict/><dict/></plist>",
            "<plist version='1.0'><dict><key>a</key></dict></plist>",
            "<plist version='1.0'><dict><string>a</string><key>b</key></dict></plist>",
            "<plist version='1.0'><dict><key>a</key><text>b</text></dict></plist>",
            "<plist version='1.0'><dict><key>a</key><string> b</string></dict></plist>",
            "<plist version='1.0'><dict><key>a</key><string/></dict></plist>",
            "<plist version='1.0'><dict>text<key>a</key><true/></dict></plist>",
            "<plist version='1.0'><dict><key>a</key><true>yes</true></dict></plist>",
            "<plist version='1.0'><dict><key>a</key><true/><key>a</key><false/></dict></plist>"})
    void whatTheDtdForbidsIsRefused(String text) {
        assertThrows(IllegalArgumentException.class, () -> PropertyList.parse(HEAD + text));
    }

    @Test
    void anotherDtdIsRefused() {
        assertThrows(IllegalArgumentException.class,
                () -> PropertyList.parse("<plist version='1.0'><dict><key>a</key><true/></dict></plist>"));
    }
}
