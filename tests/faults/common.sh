# A pack to build under faults, and how what goes wrong is told (the tests source this with CHARTPACK SHIM REPO).
# shellcheck shell=sh disable=SC2034
chartpack=$(realpath "$1")
shim=$(realpath "$2")
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cp -r "$3/tests/errors/base" "$work/pack"
cd "$work" || exit 2
passed=0 failed=0

bad() {
    failed=$((failed + 1))
    echo "${FAULT:+$FAULT: }$*"
    cat said
}

# shimmed VARIABLE=VALUE... COMMAND...: the shim comes ahead of the sanitizer's library, which only it minds.
shimmed() {
    env LD_PRELOAD="$shim" ASAN_OPTIONS=verify_asan_link_order=0:fast_unwind_on_malloc=0 "$@"
}
