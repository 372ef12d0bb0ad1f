/*
 * For trials: window.exe state | close. Prints "open", "minimised" or "none" about JavaFX's window, or asks the window to close, as
 * the cross in its corner does.
 */
#include <stdio.h>
#include <string.h>
#include <windows.h>

static HWND found;

static BOOL CALLBACK look(HWND window, LPARAM unused)
{
    char name[64] = "", title[64] = "";
    (void)unused;
    GetClassNameA(window, name, sizeof(name));
    GetWindowTextA(window, title, sizeof(title));
    if (strstr(name, "GlassWindowClass") != NULL && title[0] != '\0' && IsWindowVisible(window)) {
        found = window;
    }
    return found == NULL;
}

int main(int argc, char **argv)
{
    const char *task = argc == 2 ? argv[1] : "state";
    EnumWindows(look, 0);
    if (found == NULL) {
        puts("none");
        return strcmp(task, "state") != 0;
    }
    if (strcmp(task, "close") == 0) {
        PostMessageA(found, WM_CLOSE, 0, 0);
    } else {
        puts(IsIconic(found) ? "minimised" : "open");
    }
    return 0;
}
