/*
 * Keyturn.exe and keyturn-console.exe. Starts the Java runtime in this process, as Java's own java.exe does, through JLI_Launch of
 * jli.dll (JDK, src/java.base/share/native/libjli/java.h).
 *
 * Runtime and program are in a folder beside this file that is named by their version, and the newest complete one counts: if
 * Keyturn is updated while it runs, Windows cannot replace the files that are in use, and the new ones would not fit to them.
 *
 * It exists because java.exe needs its options as arguments, so that a double click on a copy of it would start nothing, and
 * because java.exe does not start in a folder whose name the system's code page cannot express. The manifest of this program
 * makes UTF-8 its code page (Windows 10 version 1903 and newer).
 */
#include <stdio.h>
#include <stdlib.h>
#include <wchar.h>
#include <windows.h>

/* Written by the build: OPTIONS, the options for Java, and MAIN, its main class. */
#include "launcher-options.h"

#ifdef CONSOLE
#define IS_JAVAW 0
#else
#define IS_JAVAW 1
#endif

/* The longest path of Windows, and room for what is added to it. */
#define LONGEST_PATH 32768
#define BUFFER (LONGEST_PATH + 2 * MAX_PATH)

typedef int (*JliLaunch)(int argc, char **argv, int jargc, const char **jargv, int appclassc, const char **appclassv,
        const char *fullversion, const char *dotversion, const char *pname, const char *lname, unsigned char javaargs,
        unsigned char cpwildcard, unsigned char javaw, LONG ergo);

static int fail(const wchar_t *text)
{
#ifdef CONSOLE
    fwprintf(stderr, L"%ls\n", text);
#else
    MessageBoxW(NULL, text, L"Keyturn", MB_OK | MB_ICONERROR);
#endif
    return 1;
}

/* Copies a text in this process's code page, which is UTF-8. Ends the process if there is no memory. */
static char *encoded(const wchar_t *text)
{
    int length = WideCharToMultiByte(CP_ACP, 0, text, -1, NULL, 0, NULL, NULL);
    char *result = malloc(length);
    if (length == 0 || result == NULL) {
        exit(fail(L"Keyturn cannot start: there is not enough memory."));
    }
    WideCharToMultiByte(CP_ACP, 0, text, -1, result, length, NULL, NULL);
    return result;
}

/* Adds the newest version's folder to the path of ours; returns 0 if there is none. */
static int enter_newest(wchar_t *folder)
{
    static wchar_t path[BUFFER];
    wchar_t newest[MAX_PATH] = L"";
    int best[3] = {-1, -1, -1}, version[3];
    WIN32_FIND_DATAW found;

    _snwprintf(path, BUFFER, L"%ls\\*", folder);
    HANDLE search = FindFirstFileW(path, &found);
    for (BOOL more = search != INVALID_HANDLE_VALUE; more; more = FindNextFileW(search, &found)) {
        _snwprintf(path, BUFFER, L"%ls\\%ls\\runtime\\bin\\jli.dll", folder, found.cFileName);
        if (swscanf(found.cFileName, L"%d.%d.%d", &version[0], &version[1], &version[2]) == 3
                && GetFileAttributesW(path) != INVALID_FILE_ATTRIBUTES) {
            int part = version[0] != best[0] ? 0 : version[1] != best[1] ? 1 : 2;
            if (version[part] > best[part]) {
                memcpy(best, version, sizeof(best));
                wcscpy(newest, found.cFileName);
            }
        }
    }
    if (search != INVALID_HANDLE_VALUE) {
        FindClose(search);
    }
    wcscat(wcscat(folder, L"\\"), newest);
    return newest[0] != L'\0';
}

int wmain(int argc, wchar_t **argv)
{
    static wchar_t folder[BUFFER], path[BUFFER];
    static const char *options[] = {OPTIONS};
    int optionCount = sizeof(options) / sizeof(options[0]);

    DWORD length = GetModuleFileNameW(NULL, folder, LONGEST_PATH);
    if (length == 0 || length == LONGEST_PATH) {
        return fail(L"Keyturn cannot start: Windows does not tell in which folder it is.");
    }
    *wcsrchr(folder, L'\\') = L'\0';
    int complete = enter_newest(folder);

    /* Libraries are looked for here and among the system's, never in the current folder. */
    _snwprintf(path, BUFFER, L"%ls\\runtime\\bin", folder);
    SetDllDirectoryW(path);
    /* It is meant for the command java. */
    SetEnvironmentVariableW(L"CLASSPATH", NULL);
    _snwprintf(path, BUFFER, L"%ls\\runtime\\bin\\jli.dll", folder);
    HMODULE jli = complete ? LoadLibraryW(path) : NULL;
    JliLaunch launch = jli == NULL ? NULL : (JliLaunch)(void *)GetProcAddress(jli, "JLI_Launch");
    if (launch == NULL) {
        return fail(L"Keyturn's installation is not complete: its Java runtime is missing. Please install Keyturn again.");
    }

    char **arguments = calloc(argc + optionCount + 4, sizeof(char *));
    if (arguments == NULL) {
        return fail(L"Keyturn cannot start: there is not enough memory.");
    }
    int count = 0;
    arguments[count++] = encoded(argv[0]);
    for (int index = 0; index < optionCount; index++) {
        arguments[count++] = (char *)options[index];
    }
    _snwprintf(path, BUFFER, L"-XX:AOTCache=%ls\\app\\" CACHE, folder);
    arguments[count++] = encoded(path);
    arguments[count++] = "-m";
    arguments[count++] = MAIN;
    for (int index = 1; index < argc; index++) {
        arguments[count++] = encoded(argv[index]);
    }
    return launch(count, arguments, 0, NULL, 0, NULL, "", "", "Keyturn", "Keyturn", 0, 0, IS_JAVAW, 0);
}
