<#
.SYNOPSIS
    Registers an app of your organisation's own in Microsoft Entra ID, through which people sign in to Keyturn.

.DESCRIPTION
    Read it before you run it. It does what the page "An app of your own" (own-app.md) does by hand:

      - an app registration for accounts of this organisation only, with the redirect URI http://localhost under
        "Mobile and desktop applications", and without any secret;
      - two delegated permissions of Microsoft Graph: Application.Read.All and Synchronization.ReadWrite.All;
      - its enterprise app;
      - after asking you, the approval of these two permissions for your organisation ("admin consent").

    It can be run again: what is there already is left alone, and what else the app has stays. It deletes nothing.
    At the end it prints the lines for Keyturn's settings.

    Who runs it needs the role Application Administrator or Cloud Application Administrator, and the PowerShell module
    Microsoft.Graph.Authentication (Install-Module Microsoft.Graph.Authentication -Scope CurrentUser).

.PARAMETER DisplayName
    What the app is called in Entra. People see the name when they sign in.

.PARAMETER Cloud
    Which of Microsoft's clouds your organisation is in, by the names that Keyturn's settings use.

.PARAMETER TenantId
    The tenant ID or a domain of your organisation. Without it, the organisation of the account you sign in with.

.PARAMETER WithoutConsent
    Leaves the approval to somebody else.

.EXAMPLE
    ./register-own-app.ps1 -WhatIf
    Says what it would do, and changes nothing. It signs in for that, and reads.

.EXAMPLE
    ./register-own-app.ps1 -Cloud us-gov-gcc-high -TenantId maple.example
#>
#Requires -Version 5.1
#Requires -Modules Microsoft.Graph.Authentication
[CmdletBinding(SupportsShouldProcess = $true)]
param(
    [ValidateNotNullOrEmpty()]
    [string] $DisplayName = 'Keyturn sign-in',

    [ValidateSet('global', 'us-gov-gcc-high', 'us-gov-dod', 'china')]
    [string] $Cloud = 'global',

    [string] $TenantId = '',

    [switch] $WithoutConsent
)

Set-StrictMode -Version 2.0
$ErrorActionPreference = 'Stop'

# Microsoft Graph is this app in every organisation and every cloud.
$graphAppId = '00000003-0000-0000-c000-000000000000'
$redirectUri = 'http://localhost'
$permissions = @('Application.Read.All', 'Synchronization.ReadWrite.All')
# What Get-MgEnvironment calls the clouds.
$environments = @{
    'global'          = 'Global'
    'us-gov-gcc-high' = 'USGov'
    'us-gov-dod'      = 'USGovDoD'
    'china'           = 'China'
}

function Invoke-Graph {
    param([string] $Method, [string] $Path, [hashtable] $Body)
    $request = @{ Method = $Method; Uri = "$graph/v1.0/$Path"; OutputType = 'HashTable' }
    if ($null -ne $Body) {
        $request.Body = ConvertTo-Json -InputObject $Body -Depth 8
        $request.ContentType = 'application/json'
    }
    Invoke-MgGraphRequest @request
}

function Find-One {
    # The one object that a filter finds; $null if there is none. Several are an error: it is not for a script to choose.
    param([string] $Path, [string] $Filter, [string] $What)
    $found = @((Invoke-Graph -Method GET -Path ($Path + '?$filter=' + [uri]::EscapeDataString($Filter)))['value'])
    if ($found.Count -gt 1) {
        throw "There are $($found.Count) of these: $What. Give this one another name with -DisplayName."
    }
    if ($found.Count -eq 1) { $found[0] } else { $null }
}

$environment = $environments[$Cloud]
$graph = ([string] (Get-MgEnvironment -Name $environment).GraphEndpoint).TrimEnd('/')

$signIn = @{ Environment = $environment; ContextScope = 'Process'; NoWelcome = $true }
if ($WhatIfPreference) {
    $signIn.Scopes = @('Application.Read.All', 'Directory.Read.All')
} elseif ($WithoutConsent) {
    $signIn.Scopes = @('Application.ReadWrite.All', 'Directory.Read.All')
} else {
    $signIn.Scopes = @('Application.ReadWrite.All', 'DelegatedPermissionGrant.ReadWrite.All')
}
if ($TenantId -ne '') { $signIn.TenantId = $TenantId }
Connect-MgGraph @signIn

try {
    $tenant = (Get-MgContext).TenantId
    Write-Host "Signed in to the organisation $tenant ($Cloud)."

    # 1. The two permissions, by name: their ids are Microsoft's to know.
    $microsoftGraph = Find-One -Path 'servicePrincipals' -Filter "appId eq '$graphAppId'" -What 'Microsoft Graph'
    if ($null -eq $microsoftGraph) { throw 'Microsoft Graph was not found in this organisation.' }
    $scopes = @($microsoftGraph['oauth2PermissionScopes'])
    $wanted = @(foreach ($permission in $permissions) {
        $scope = @($scopes | Where-Object { $_['value'] -eq $permission })
        if ($scope.Count -ne 1) { throw "Microsoft Graph has no delegated permission $permission here." }
        @{ id = [string] $scope[0]['id']; type = 'Scope' }
    })

    # 2. The app registration.
    $app = Find-One -Path 'applications' -Filter ("displayName eq '" + $DisplayName.Replace("'", "''") + "'") `
        -What "app registrations named $DisplayName"
    if ($null -eq $app) {
        if ($PSCmdlet.ShouldProcess($DisplayName, 'Register the app')) {
            $app = Invoke-Graph -Method POST -Path 'applications' -Body @{
                displayName            = $DisplayName
                signInAudience         = 'AzureADMyOrg'
                publicClient           = @{ redirectUris = @($redirectUri) }
                requiredResourceAccess = @(@{ resourceAppId = $graphAppId; resourceAccess = $wanted })
            }
            Write-Host "Registered: $DisplayName"
        }
    } else {
        Write-Host "Found: $DisplayName"
        if ($app['signInAudience'] -ne 'AzureADMyOrg') {
            Write-Warning 'This app is open to accounts of other organisations, too. Keyturn does not need that.'
        }
        $change = @{}
        $redirects = @($app['publicClient']['redirectUris'])
        if ($redirects -notcontains $redirectUri) {
            $change.publicClient = @{ redirectUris = @($redirects + $redirectUri) }
        }
        # What else the app asks for is sent back as it is, since Graph replaces the whole list.
        $others = @($app['requiredResourceAccess'] | Where-Object { $_['resourceAppId'] -ne $graphAppId })
        $own = @($app['requiredResourceAccess'] | Where-Object { $_['resourceAppId'] -eq $graphAppId } |
                ForEach-Object { $_['resourceAccess'] })
        $missing = @($wanted | Where-Object { @($own | ForEach-Object { $_['id'] }) -notcontains $_['id'] })
        if ($missing.Count -gt 0) {
            $change.requiredResourceAccess = @($others) +
                @(@{ resourceAppId = $graphAppId; resourceAccess = @($own + $missing) })
        }
        if ($change.Count -gt 0 -and
            $PSCmdlet.ShouldProcess($DisplayName, 'Add to the app: ' + ($change.Keys -join ', '))) {
            Invoke-Graph -Method PATCH -Path "applications/$($app['id'])" -Body $change | Out-Null
            Write-Host "Added: $($change.Keys -join ', ')"
        }
    }
    if ($null -eq $app) {
        # -WhatIf: there is nothing yet that the rest could be done to.
        Write-Host 'Then its enterprise app would be made, and you would be asked about the approval.'
        return
    }

    # 3. The enterprise app. A new registration is not known everywhere at once.
    $appId = [string] $app['appId']
    $principal = Find-One -Path 'servicePrincipals' -Filter "appId eq '$appId'" -What 'enterprise apps of this app'
    if ($null -eq $principal -and $PSCmdlet.ShouldProcess($DisplayName, 'Make the enterprise app')) {
        for ($try = 1; $null -eq $principal; $try++) {
            try {
                $principal = Invoke-Graph -Method POST -Path 'servicePrincipals' -Body @{ appId = $appId }
            } catch {
                if ($try -ge 6) { throw }
                Start-Sleep -Seconds 5
            }
        }
        Write-Host 'Made its enterprise app.'
    }

    # 4. The approval, for everybody in the organisation who may use the app; asked about every time.
    if ($null -ne $principal -and -not $WithoutConsent) {
        $filter = "clientId eq '$($principal['id'])' and resourceId eq '$($microsoftGraph['id'])' " +
            "and consentType eq 'AllPrincipals'"
        $grant = Find-One -Path 'oauth2PermissionGrants' -Filter $filter -What 'approvals of this app'
        $granted = @(if ($null -ne $grant) { ([string] $grant['scope']).Split(' ') | Where-Object { $_ -ne '' } })
        $lacking = @($permissions | Where-Object { $granted -notcontains $_ })
        $question = "Let $DisplayName use $($lacking -join ' and ') for whoever signs in? " +
            'A person can do no more with them than their own role allows.'
        if ($lacking.Count -eq 0) {
            Write-Host 'The permissions are approved already.'
        } elseif ($PSCmdlet.ShouldProcess($DisplayName, "Approve for the organisation: $($lacking -join ', ')") -and
            $PSCmdlet.ShouldContinue($question, 'Approval for the whole organisation')) {
            $scope = @($granted + $lacking) -join ' '
            if ($null -eq $grant) {
                Invoke-Graph -Method POST -Path 'oauth2PermissionGrants' -Body @{
                    clientId    = [string] $principal['id']
                    consentType = 'AllPrincipals'
                    resourceId  = [string] $microsoftGraph['id']
                    scope       = $scope
                } | Out-Null
            } else {
                Invoke-Graph -Method PATCH -Path "oauth2PermissionGrants/$($grant['id'])" `
                    -Body @{ scope = $scope } | Out-Null
            }
            Write-Host 'Approved.'
        } else {
            Write-Warning 'Not approved. Until an administrator does so, Keyturn says SIGNIN-NEEDS-APPROVAL.'
        }
    }

    Write-Host ''
    Write-Host "Client ID:  $appId"
    Write-Host "Tenant ID:  $tenant"
    Write-Host ''
    Write-Host 'For Keyturn''s settings, or for keyturn.properties on every computer (see own-app.md):'
    Write-Host ''
    Write-Output "client-id=$appId"
    Write-Output "organisation=$tenant"
    if ($Cloud -ne 'global') { Write-Output "cloud=$Cloud" }
} finally {
    Disconnect-MgGraph | Out-Null
}
