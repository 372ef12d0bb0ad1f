# Installs an .msi as a user does, tries the program, updates it, uninstalls it, and checks that the user's data stay:
# packaging/windows/try-msi.ps1 INSTALLER NEWER [FOLDER] [-AllUsers]
# NEWER has a greater version; mvn -Pinstaller -Dwindows.next=VERSION builds it, too. FOLDER gets the logs and pictures.
# -AllUsers is for the .msi for all users of a computer, and needs an administrator.
# Only for an account without Keyturn: the script puts data of its own into the folders of Keyturn, and deletes them.
param(
    [Parameter(Mandatory = $true)] [string] $Installer,
    [Parameter(Mandatory = $true)] [string] $Newer,
    [string] $Folder = (Join-Path ([IO.Path]::GetTempPath()) 'try-msi'),
    [switch] $AllUsers
)
Set-StrictMode -Version Latest
$ErrorActionPreference = 'Stop'

if ($AllUsers) {
    $installed = Join-Path $env:ProgramFiles 'Keyturn'
    $menu = [Environment]::GetFolderPath('CommonPrograms')
    $registry = 'HKLM:\Software'
} else {
    $installed = Join-Path $env:LOCALAPPDATA 'Programs\Keyturn'
    $menu = [Environment]::GetFolderPath('Programs')
    $registry = 'HKCU:\Software'
}
$uninstall = "$registry\Microsoft\Windows\CurrentVersion\Uninstall\*"
$data = Join-Path $env:LOCALAPPDATA 'Keyturn'
$settings = Join-Path $env:APPDATA 'Keyturn'
$program = Join-Path $installed 'Keyturn.exe'
$console = Join-Path $installed 'keyturn-console.exe'
foreach ($present in $installed, $data, $settings) {
    if (Test-Path $present) { throw "$present exists. Try the .msi in an account without Keyturn." }
}
$Installer = (Resolve-Path $Installer).Path
$Newer = (Resolve-Path $Newer).Path
$Folder = (New-Item -ItemType Directory -Force $Folder).FullName

$script:passed = 0
$script:failed = 0
function Check([string] $What, [bool] $Good) {
    if ($Good) { $script:passed++ } else { $script:failed++ }
    Write-Host ("{0}: {1}" -f $(if ($Good) { 'passed' } else { 'FAILED' }), $What)
}

# Each name is that of the log in the folder.
function Invoke-Installer([string] $Action, [string] $File, [string] $Name) {
    $log = Join-Path $Folder "$Name.log"
    $process = Start-Process msiexec.exe -Wait -PassThru `
        -ArgumentList $Action, "`"$File`"", '/qn', '/norestart', '/l*v', "`"$log`""
    Check "msiexec $Action succeeds ($Name)" ($process.ExitCode -eq 0)
    if ($process.ExitCode -ne 0) {
        Write-Host "msiexec ended with $($process.ExitCode)"
        if (Test-Path $log) { Get-Content $log -Tail 60 | Write-Host }
    }
}

function Invoke-Program([string] $What, [string] $File, [string] $Argument, [string] $Name) {
    $output = Join-Path $Folder "$Name.txt"
    $errors = Join-Path $Folder "$Name-errors.txt"
    $process = Start-Process $File -PassThru -NoNewWindow -ArgumentList "`"$Argument`"" `
        -RedirectStandardOutput $output -RedirectStandardError $errors
    # Without its handle, the process has no exit code later.
    $null = $process.Handle
    $ended = $process.WaitForExit(300000)
    if (-not $ended) { $process.Kill() }
    $process.WaitForExit()
    Get-Content $output, $errors -Encoding UTF8 | Write-Host
    Check $What ($ended -and $process.ExitCode -eq 0)
}

# As a user does, with the Start menu.
function Start-FromMenu([string] $Shortcut) {
    Start-Process $Shortcut
    $deadline = [DateTime]::UtcNow.AddSeconds(120)
    do {
        Start-Sleep -Milliseconds 500
        $window = Get-Process Keyturn -ErrorAction SilentlyContinue |
            Where-Object { $_.MainWindowTitle } | Select-Object -First 1
    } until ($window -or [DateTime]::UtcNow -gt $deadline)
    Check 'the shortcut opens a window' ($null -ne $window)
    if ($window) {
        Check 'its title is Keyturn' ($window.MainWindowTitle -eq 'Keyturn')
        # Some work begins when the first page has been on the screen for a moment.
        Start-Sleep -Seconds 5
        $null = $window.CloseMainWindow()
        Check 'it can be closed' ($window.WaitForExit(60000))
    }
    Get-Process Keyturn -ErrorAction SilentlyContinue | Stop-Process -Force
}

function Get-Entries {
    Get-ItemProperty $uninstall -ErrorAction SilentlyContinue |
        Where-Object { $_.PSObject.Properties['DisplayName'] -and $_.DisplayName -eq 'Keyturn' }
}

function Get-Shortcuts { Get-ChildItem $menu -Recurse -Filter Keyturn.lnk }

# What the user's files are and contain, but for the logs.
function Get-DataState {
    $files = Get-ChildItem $data, $settings -Recurse -File |
        Where-Object { $_.FullName -notlike "$data\Logs\*" } | Sort-Object FullName
    ($files | ForEach-Object { "$($_.FullName) $((Get-FileHash $_.FullName).Hash)" }) -join "`n"
}

function Get-TimesRead {
    if (-not (Test-Path "$data\Logs")) { return 0 }
    @(Get-ChildItem "$data\Logs" -File | Get-Content | Where-Object { $_ -like '* entered earnest, set: appearance' }).Count
}

function Test-Program([string] $Name) {
    foreach ($path in $program, $console, "$installed\*\app\keyturn.aot", "$installed\*\runtime") {
        Check "$path is there" (Test-Path $path)
    }
    $shortcuts = @(Get-Shortcuts)
    Check 'the Start menu has one Keyturn' ($shortcuts.Count -eq 1)
    $before = Get-TimesRead
    if ($shortcuts.Count -eq 1) {
        $target = (New-Object -ComObject WScript.Shell).CreateShortcut($shortcuts[0].FullName).TargetPath
        Check "it starts $program" ($target -eq $program)
        Start-FromMenu $shortcuts[0].FullName
    }
    Check 'the settings are read' ((Get-TimesRead) -gt $before)
    Invoke-Program 'it prints its version' $console '--version' "version-$Name"
    $version = @(Get-Entries)[0].DisplayVersion
    Check "it is $version" ((Get-Content "$Folder\version-$Name.txt" -Raw) -like "Keyturn $version*")
    # Without AOTMode=on, Java ignores an invalid AOT cache without a message; with it, the program does not start.
    $env:JAVA_TOOL_OPTIONS = '-XX:AOTMode=on'
    try {
        Invoke-Program 'the self-test passes' $console '--self-test' "self-test-$Name"
        Invoke-Program 'the first page is shown in a window' $program '--first-page' "first-page-$Name"
        Invoke-Program 'the walkthrough reaches its end' $console "--walkthrough=$Folder\walkthrough-$Name" "walkthrough-$Name"
    } finally {
        Remove-Item Env:JAVA_TOOL_OPTIONS
    }
    $pictures = @(Get-ChildItem "$Folder\walkthrough-$Name" -Filter *.png -ErrorAction SilentlyContinue)
    Check 'the walkthrough leaves pictures' ($pictures.Count -gt 5)
}

try {
    $utf8 = New-Object Text.UTF8Encoding $false
    New-Item -ItemType Directory -Force $data, $settings | Out-Null
    $about = '"portal": "SCHOOL", "organisation": "Trial School", "tenantId": "11111111-1111-4111-8111-111111111111", ' +
        '"app": "Apple School Manager", "appObjectId": "22222222-2222-4222-8222-222222222222"'
    $entry = "{$about, " + '"user": "it@trial.example", "renewedAt": "2026-01-02T03:04:05Z", ' +
        '"expires": "2027-01-02", "expiresKnownFrom": "CONFIRMED"}'
    [IO.File]::WriteAllText("$data\expiry-book.json",
        '{"format": "keyturn-expiry-book", "version": 1, "organisations": [' + $entry + ']}', $utf8)
    [IO.File]::WriteAllText("$data\unfinished-save-trial.json",
        '{"format": "keyturn-unfinished-save", ' + $about + ', "at": "2026-01-02T03:04:05Z", "step": "SAVE"}', $utf8)
    # The start that reads it renames it.
    [IO.File]::WriteAllText("$data\unfinished-save-damaged.json", '{', $utf8)
    [IO.File]::WriteAllText("$settings\settings.properties", 'appearance=dark', $utf8)

    $before = Get-DataState
    Invoke-Installer '/i' $Installer 'install'
    Check 'installing leaves the data alone' ((Get-DataState) -eq $before)
    $entries = @(Get-Entries)
    Check 'Windows lists one Keyturn' ($entries.Count -eq 1)
    Test-Program 'installed'
    Check 'the damaged note was read and set aside' ((Test-Path "$data\unfinished-save-not-readable.json") -and
        -not (Test-Path "$data\unfinished-save-damaged.json"))

    # A user's name may have letters that the system's code page lacks.
    $copy = Join-Path $Folder "J$([char]0xFC)rgen $([char]0x5C71)$([char]0x7530)"
    Copy-Item $installed $copy -Recurse
    $env:JAVA_TOOL_OPTIONS = '-XX:AOTMode=on'
    try {
        Invoke-Program 'a copy in another folder passes the self-test' "$copy\keyturn-console.exe" '--self-test' 'self-test-copy'
    } finally {
        Remove-Item Env:JAVA_TOOL_OPTIONS
    }
    Remove-Item $copy -Recurse -Force

    $before = Get-DataState
    Invoke-Installer '/i' $Newer 'update'
    Check 'updating leaves the data alone' ((Get-DataState) -eq $before)
    $updated = @(Get-Entries)
    Check 'Windows still lists one Keyturn' ($updated.Count -eq 1)
    if ($entries.Count -eq 1 -and $updated.Count -eq 1) {
        Check "its version is greater: $($entries[0].DisplayVersion), then $($updated[0].DisplayVersion)" `
            ([version] $updated[0].DisplayVersion -gt [version] $entries[0].DisplayVersion)
    }
    Test-Program 'updated'
    Check 'the data are not damaged' (@(Get-ChildItem $data, $settings -Filter '*-not-readable*').Count -eq 1)

    $before = Get-DataState
    Invoke-Installer '/x' $Newer 'uninstall'
    Check 'uninstalling leaves the data alone' ((Get-DataState) -eq $before)
    Check 'the program is gone' (-not (Test-Path $installed))
    Check 'the shortcut is gone' (@(Get-Shortcuts).Count -eq 0)
    Check 'Windows lists no Keyturn' (@(Get-Entries).Count -eq 0)
    Check 'the registry has no key of Keyturn' (-not (Test-Path "$registry\Keyturn"))
} finally {
    Get-ChildItem $data, $settings -Recurse -File -ErrorAction SilentlyContinue |
        ForEach-Object { Write-Host "left: $($_.FullName)" }
    Remove-Item $data, $settings -Recurse -Force -ErrorAction SilentlyContinue
}
Write-Host "$script:passed passed, $script:failed failed"
if ($script:failed -gt 0) { exit 1 }
