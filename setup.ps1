# Checks for Node.js and runs `npm start`, which does the rest.
$ErrorActionPreference = 'Stop'
Set-Location -Path $PSScriptRoot

if (-not (Get-Command node -ErrorAction SilentlyContinue)) {
    Write-Host 'Node.js is not installed. Install version 24 LTS (20.19 or newer) from https://nodejs.org and run this again.'
    exit 1
}

$version = (node --version).TrimStart('v')
if ([version]$version -lt [version]'20.19.0') {
    Write-Host "Node.js 20.19 or newer is needed; this is $version. Install a newer one from https://nodejs.org."
    exit 1
}

npm start
exit $LASTEXITCODE
