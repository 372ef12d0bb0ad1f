package app.keyturn.i18n;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.DateTimeParseException;
import java.time.format.FormatStyle;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.scene.control.DatePicker;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;

/**
 * Shows a date with its month in letters, so that it cannot be mistaken for another; reads the usual ways of typing
 * one.
 */
public final class DateConverter extends StringConverter<LocalDate> {
    private final Messages messages;

    public DateConverter(Messages messages) {
        this.messages = messages;
    }

    /** Installs the converter in a field; it follows the language. */
    public static void install(DatePicker field, Messages messages) {
        DateConverter converter = new DateConverter(messages);
        field.setConverter(converter);
        messages.language().subscribe((_, _) -> field.getEditor().setText(converter.toString(field.getValue())));
    }

    @Override
    public String toString(@Nullable LocalDate day) {
        return day == null ? "" : messages.day(day);
    }

    /** The date the user typed; null if it cannot be read, so that the user is asked. */
    @Override
    public @Nullable LocalDate fromString(@Nullable String text) {
        String typed = text == null ? "" : text.strip();
        return formats().flatMap(format -> read(typed, format).stream()).findFirst().orElse(null);
    }

    private Stream<DateTimeFormatter> formats() {
        return Stream.concat(
                Stream.of(messages.formatLocale(), messages.locale())
                        .flatMap(region -> Stream.of(FormatStyle.values())
                                .map(style -> lenient(DateTimeFormatter.ofLocalizedDate(style).withLocale(region)))),
                Stream.of(DateTimeFormatter.ISO_LOCAL_DATE));
    }

    private static Optional<LocalDate> read(String text, DateTimeFormatter format) {
        try {
            return Optional.of(LocalDate.parse(text, format));
        } catch (DateTimeParseException writtenAnotherWay) {
            return Optional.empty();
        }
    }

    private static DateTimeFormatter lenient(DateTimeFormatter format) {
        return new DateTimeFormatterBuilder().parseCaseInsensitive().append(format).toFormatter(format.getLocale());
    }
}
