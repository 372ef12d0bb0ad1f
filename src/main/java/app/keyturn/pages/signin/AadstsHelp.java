package app.keyturn.pages.signin;

import app.keyturn.i18n.Messages;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What Microsoft's sign-in page means by its error numbers. Microsoft Learn, "Microsoft Entra authentication and
 * authorization error codes"; the numbers only choose a hint, as that page advises.
 *
 * @param messages the words
 * @param usual tells through whose app people sign in
 */
record AadstsHelp(Messages messages, SignInDefaults usual) {
    private static final Pattern NUMBER = Pattern.compile("(?<!\\d)\\d{4,8}(?!\\d)");

    /** Help for whatever was typed or copied, in words; empty if there is no number in it. */
    String on(String typed) {
        Matcher number = NUMBER.matcher(typed);
        if (!number.find()) {
            return "";
        }
        String key = "aadsts." + number.group();
        String own = key + ".own";
        if (usual.ownApp().get() && messages.bundle().containsKey(own)) {
            return messages.text(own);
        }
        return messages.bundle().containsKey(key)
                ? messages.text(key)
                : messages.text("aadsts.other", number.group());
    }
}
