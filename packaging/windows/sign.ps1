# Signs files for Windows (.msi, .exe, .dll) and checks the signatures: packaging/windows/sign.ps1 FILE...
#
# Environment variables. If one of these two is missing, the script signs nothing, says so and succeeds:
#   WINDOWS_CERTIFICATE           a code-signing certificate with its key, as .pfx, in Base64
#   WINDOWS_CERTIFICATE_PASSWORD  the password of that file
# Optional:
#   WINDOWS_TIMESTAMP_SERVER      confirms the time of the signature, which stays valid when the certificate expires
param(
    [Parameter(Mandatory = $true, ValueFromRemainingArguments = $true)]
    [string[]] $Files
)
Set-StrictMode -Version Latest
$ErrorActionPreference = 'Stop'

foreach ($variable in 'WINDOWS_CERTIFICATE', 'WINDOWS_CERTIFICATE_PASSWORD') {
    if (-not [Environment]::GetEnvironmentVariable($variable)) {
        Write-Output "not signed: $variable is not set"
        exit 0
    }
}

$server = $env:WINDOWS_TIMESTAMP_SERVER
if (-not $server) { $server = 'http://timestamp.digicert.com' }

$kits = Join-Path ${env:ProgramFiles(x86)} 'Windows Kits\10\bin'
$signtool = Get-ChildItem -Path $kits -Filter signtool.exe -Recurse |
    Where-Object { $_.FullName -match '\\10\.[0-9.]+\\x64\\' } |
    Sort-Object { [version] $_.Directory.Parent.Name } |
    Select-Object -Last 1
if (-not $signtool) { throw 'signtool.exe is missing. It comes with the Windows SDK.' }

$certificate = Join-Path ([IO.Path]::GetTempPath()) ([Guid]::NewGuid().ToString() + '.pfx')
try {
    [IO.File]::WriteAllBytes($certificate, [Convert]::FromBase64String($env:WINDOWS_CERTIFICATE))
    foreach ($file in $Files) {
        # jpackage makes its launcher read-only.
        Set-ItemProperty -Path $file -Name IsReadOnly -Value $false
        & $signtool.FullName sign /q /fd SHA256 /td SHA256 /tr $server /d Keyturn /f $certificate /p $env:WINDOWS_CERTIFICATE_PASSWORD $file
        if ($LASTEXITCODE -ne 0) { throw "signtool sign ended with $LASTEXITCODE" }
        & $signtool.FullName verify /q /pa $file
        if ($LASTEXITCODE -ne 0) { throw "signtool verify ended with $LASTEXITCODE" }
        Write-Output "signed: $(Split-Path $file -Leaf)"
    }
} finally {
    Remove-Item -Force -ErrorAction SilentlyContinue $certificate
}
