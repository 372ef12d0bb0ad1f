/**
 * Builds what people install: {@link installer.InstallerBuilder} is the entry point and names every step.
 *
 * <p>Compiled with the checks of the rest and run by {@code mvn -Pinstaller verify}; never shipped. The lists of what
 * is left out of an installer are text files beside the classes that read them.
 */
@NullMarked
package installer;

import org.jspecify.annotations.NullMarked;
