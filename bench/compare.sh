#!/usr/bin/env bash
# Measures the program against other tools: see README.md. Arguments are passed on.
set -euo pipefail
for tool in dotnet node npm; do
  command -v "$tool" > /dev/null || { printf '%s is not installed.\n' "$tool" >&2; exit 2; }
done
export DOTNET_NOLOGO=1 DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_CLI_UI_LANGUAGE=en
exec node "$(dirname "${BASH_SOURCE[0]}")/compare.mjs" "$@"
