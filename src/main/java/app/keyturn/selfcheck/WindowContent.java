package app.keyturn.selfcheck;

import app.keyturn.wizard.Page;
import java.util.List;
import javafx.scene.image.Image;

/**
 * The content of a window, built for the check.
 *
 * @param pages every page
 * @param icons the window's icon in each size
 * @param close lets go of what the pages have opened
 */
public record WindowContent(List<Page> pages, List<Image> icons, Runnable close) {}
