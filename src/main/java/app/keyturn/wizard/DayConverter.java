package app.keyturn.wizard;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.DateTimeParseException;
import java.time.format.FormatStyle;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;

/** Shows a day with its month in letters, so that nobody takes it for another; reads the usual ways of typing one. */
public final class DayConverter extends StringConverter<LocalDate> {
    private final Messages messages;
    private final List<DateTimeFormatter> readable;

    /**
     * Makes it.
     *
     * @param messages the words for the months
     */
    public DayConverter(Messages messages) {
        this.messages = messages;
        Locale language = messages.locale();
        readable = Stream.concat(
                Stream.of(FormatStyle.values())
                        .map(DateTimeFormatter::ofLocalizedDate)
                        .map(it -> it.withLocale(language))
                        .map(DayConverter::lenient),
                Stream.of(DateTimeFormatter.ISO_LOCAL_DATE)).toList();
    }

    @Override
    public String toString(@Nullable LocalDate day) {
        return day == null ? "" : messages.day(day);
    }

    /** The day a person typed; null if it cannot be read, so that they are asked. */
    @Override
    public @Nullable LocalDate fromString(@Nullable String text) {
        String typed = text == null ? "" : text.strip();
        return readable.stream().flatMap(format -> read(typed, format).stream()).findFirst().orElse(null);
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
