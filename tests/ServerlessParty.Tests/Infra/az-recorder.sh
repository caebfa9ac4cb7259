#!/usr/bin/env bash
# Stands in for `az` in tests: writes down what it is asked (parts divided by the unit separator) and answers as `az` does.
# $AZ_STATE keeps what was "created"; $AZ_FAIL names the command that fails.
set -euo pipefail
asked="$*"
(IFS=$'\x1f'; printf '%s\n' "$*") >> "$AZ_STATE/asked"
case "$asked" in "${AZ_FAIL:-nothing}"*) echo "ERROR: $AZ_FAIL does not work today" >&2; exit 1 ;; esac
case "$asked" in
  'account show '*) echo 'Thuê bao thử' ;;
  'ad signed-in-user show '*) echo 11111111-2222-3333-4444-555555555555 ;;
  'functionapp list-flexconsumption-runtimes '*) echo "${AZ_RUNTIME-1.0}" ;;
  'group create '*) ;;
  'functionapp list '*) [ ! -e "$AZ_STATE/answers" ] || echo party-hue-abc123 ;;
  'functionapp config appsettings list '*) sed -n 's/^PARTY_HOOKS_CODE=//p' "$AZ_STATE/answers" ;;
  'consumption budget show '*)
    [ -e "$AZ_STATE/answers" ] || { echo 'ERROR: (404) not found' >&2; exit 3; }
    echo 2026-01-01T00:00:00Z ;;
  'deployment group create '*)
    env | grep '^PARTY_' | sort > "$AZ_STATE/answers"
    printf '%s\n' party-hue-abc123 "${PARTY_PUBLIC_URL:-https://party-hue-abc123.azurewebsites.net}" partyhueabc https://party-hue-abc123.azurewebsites.net ;;
  'functionapp deployment source config-zip '*) ;;
  'functionapp function keys set '*) sed 's/.*--key-value @\([^ ]*\).*/\1/' <<< "$asked" | xargs cat >> "$AZ_STATE/keys" ;;
  *) echo "ERROR: '$asked' is misspelled or not recognized by the system." >&2; exit 2 ;;
esac
