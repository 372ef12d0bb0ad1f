package app.keyturn.records;

/** How many events the calendar file of a reminder has. */
public enum ReminderForm {
    /** One event on the day to renew: calendar programs take it when the file is opened. */
    ONE_EVENT("reminder"),
    /** An event on each of the days, for programs that import several events of a file. */
    EVENT_EACH_DAY("reminders");

    private final String fileKind;

    ReminderForm(String fileKind) {
        this.fileKind = fileKind;
    }

    /** What the name of its file says. */
    String fileKind() {
        return fileKind;
    }
}
