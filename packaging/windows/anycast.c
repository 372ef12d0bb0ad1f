/* Wine 8 lacks this function, and Java does not start a network connection without it. The answer is an empty table;
   FreeMibTable frees it from the process heap. */
#include <windows.h>

__declspec(dllexport) DWORD WINAPI GetAnycastIpAddressTable(USHORT family, void **table)
{
    *table = HeapAlloc(GetProcessHeap(), HEAP_ZERO_MEMORY, 64);
    return *table ? NO_ERROR : ERROR_NOT_ENOUGH_MEMORY;
}
