/* Starts the program in this very process: Python's library from the folder `app` beside it, and one script there.
   Built twice: with -DWINDOW -mwindows for the window, without for the command line. */
#include <stdio.h>
#include <stdlib.h>
#include <wchar.h>
#include <windows.h>

#ifdef WINDOW
#define SCRIPT L"app\\start_window.py"
#else
#define SCRIPT L"app\\start_console.py"
#endif
#define LIBRARY L"app\\python313.dll"
#define LONGEST 32768 /* characters of a path */
#define FAULT 3

typedef int (*python_main)(int, wchar_t **);

static int tell_missing(const wchar_t *what)
{
    static wchar_t text[LONGEST + 200];
    _snwprintf(text, LONGEST + 199,
               L"程序文件不完整，不能启动。台账不受影响。请重新安装，或把整个文件夹重新拷贝一次。\n\n%ls（%lu）", what,
               GetLastError());
#ifdef WINDOW
    MessageBoxW(NULL, text, L"绩效自评", MB_ICONERROR);
#else
    DWORD written;
    char bytes[4 * (LONGEST + 200)];
    int length = WideCharToMultiByte(CP_UTF8, 0, text, -1, bytes, sizeof bytes, NULL, NULL);
    if (!WriteConsoleW(GetStdHandle(STD_ERROR_HANDLE), text, wcslen(text), &written, NULL) && length > 0)
        WriteFile(GetStdHandle(STD_ERROR_HANDLE), bytes, length - 1, &written, NULL);
#endif
    return FAULT;
}

static int start(int count, wchar_t **given)
{
    static wchar_t folder[LONGEST], library[LONGEST + 32], script[LONGEST + 32];
    DWORD length = GetModuleFileNameW(NULL, folder, LONGEST);
    wchar_t *end = length && length < LONGEST ? wcsrchr(folder, L'\\') : NULL;
    if (!end)
        return tell_missing(L"GetModuleFileName");
    end[1] = 0;
    swprintf(library, LONGEST + 32, L"%ls%ls", folder, LIBRARY);
    swprintf(script, LONGEST + 32, L"%ls%ls", folder, SCRIPT);
    /* No library is ever taken from the folder that a ledger lies in. */
    SetDllDirectoryW(L"");
    HMODULE python = LoadLibraryExW(library, NULL, LOAD_WITH_ALTERED_SEARCH_PATH);
    if (!python)
        return tell_missing(library);
    python_main run = (python_main)(void *)GetProcAddress(python, "Py_Main");
    wchar_t **arguments = calloc(count + 2, sizeof *arguments);
    if (!run || !arguments)
        return tell_missing(library);
    arguments[0] = given[0];
    arguments[1] = script;
    for (int i = 1; i < count; i++)
        arguments[i + 1] = given[i];
    return run(count + 1, arguments);
}

#ifdef WINDOW
int WINAPI wWinMain(HINSTANCE self, HINSTANCE before, PWSTR line, int show)
{
    (void)self, (void)before, (void)line, (void)show;
    int count;
    wchar_t **given = CommandLineToArgvW(GetCommandLineW(), &count);
    return given ? start(count, given) : tell_missing(L"CommandLineToArgv");
}
#else
int wmain(int count, wchar_t **given)
{
    return start(count, given);
}
#endif
