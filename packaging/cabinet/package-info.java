/**
 * Writes cabinets, the archives inside an .msi, compressed with LZX, which no free tool does: {@link cabinet.Cabinet} is
 * the entry point. {@code installer.CabinetCheck} unpacks them with a program that somebody else wrote.
 *
 * <p>Used by {@code installer}; never shipped.
 */
@NullMarked
package cabinet;

import org.jspecify.annotations.NullMarked;
