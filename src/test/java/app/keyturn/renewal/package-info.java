/**
 * What a renewal promises, rule by rule. No toolkit, no socket, no waiting: Microsoft is a {@link
 * app.keyturn.testkit.FakeProvisioning} in memory and time a {@link app.keyturn.testkit.FakeTimer} that moves only when
 * a renewal lets some pass.
 */
@NullMarked
package app.keyturn.renewal;

import org.jspecify.annotations.NullMarked;
