package app.keyturn.entra.http;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What the messages of an error say, reduced to facts. The texts themselves are never kept: they can hold addresses and
 * headers of a third party.
 *
 * @param present true if there is a message at all
 * @param appStatus the HTTP status that Microsoft got from the app's own address, Apple's; empty if none is named
 * @param valueNotFound true if Microsoft does not know a value, and looking for it again will not help
 */
public record ErrorMessage(boolean present, OptionalInt appStatus, boolean valueNotFound) {
    static final ErrorMessage NONE = new ErrorMessage(false, OptionalInt.empty(), false);

    /**
     * Microsoft names the status as .NET does: "Response Status Code: Unauthorized" (Microsoft Learn, "Known issues and
     * resolutions with SCIM 2.0 protocol compliance of the Microsoft Entra provisioning service").
     */
    private static final Pattern NAMED = Pattern.compile("status\\s*code\\W{1,4}(?:(\\d{3})\\b|(\\w+))",
            Pattern.CASE_INSENSITIVE);
    /** .NET's own texts: "returned an error: (401)", "does not indicate success: 401". */
    private static final Pattern NUMBERED = Pattern
            .compile("(?:\\((?=\\d{3}\\))|\\bHTTP(?:/[\\d.]+)?\\s+|indicate success:\\s*)([1-5]\\d\\d)\\b");
    private static final Pattern BARE = Pattern.compile("\\b(Unauthorized|Forbidden)\\b");
    /** .NET's text for a name that is not in an enumeration. */
    private static final Pattern VALUE_NOT_FOUND = Pattern.compile("Requested value .{0,200}?was not found",
            Pattern.CASE_INSENSITIVE | Pattern.DOTALL);
    /** Microsoft Learn, ".NET API, HttpStatusCode Enum"; in lower case. */
    private static final Map<String, Integer> STATUS_NAMES = Map.ofEntries(Map.entry("badrequest", 400),
            Map.entry("unauthorized", 401), Map.entry("paymentrequired", 402), Map.entry("forbidden", 403),
            Map.entry("notfound", 404), Map.entry("methodnotallowed", 405), Map.entry("notacceptable", 406),
            Map.entry("proxyauthenticationrequired", 407), Map.entry("requesttimeout", 408),
            Map.entry("conflict", 409), Map.entry("gone", 410), Map.entry("unsupportedmediatype", 415),
            Map.entry("toomanyrequests", 429), Map.entry("internalservererror", 500),
            Map.entry("notimplemented", 501), Map.entry("badgateway", 502), Map.entry("serviceunavailable", 503),
            Map.entry("gatewaytimeout", 504));

    /**
     * Reads messages.
     *
     * @param texts the innermost first
     */
    static ErrorMessage of(List<String> texts) {
        List<String> said = texts.stream().filter(text -> text.chars().anyMatch(Character::isLetter)).toList();
        OptionalInt status = said.stream()
                .map(ErrorMessage::appStatus)
                .flatMap(found -> found.isPresent() ? Stream.of(found.getAsInt()) : Stream.empty())
                .mapToInt(Integer::intValue)
                .findFirst();
        return new ErrorMessage(!said.isEmpty(), status,
                said.stream().anyMatch(text -> VALUE_NOT_FOUND.matcher(text).find()));
    }

    private static OptionalInt appStatus(String text) {
        Matcher named = NAMED.matcher(text);
        while (named.find()) {
            Integer status = named.group(1) == null
                    ? STATUS_NAMES.get(named.group(2).toLowerCase(Locale.ROOT))
                    : Integer.valueOf(named.group(1));
            if (status != null) {
                return OptionalInt.of(status);
            }
        }
        Matcher numbered = NUMBERED.matcher(text);
        if (numbered.find()) {
            return OptionalInt.of(Integer.parseInt(numbered.group(1)));
        }
        Matcher bare = BARE.matcher(text);
        if (bare.find()) {
            return OptionalInt.of(bare.group().equals("Forbidden") ? 403 : 401);
        }
        return OptionalInt.empty();
    }
}
