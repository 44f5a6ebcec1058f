#!/bin/sh
# transcript.sh CHARTPACK REPO CASE: run the lines of CASE that begin with "$ " and compare all that
# they print (the working folder's name as HERE), and a status other than 0 as [N], with what stands
# below them.  ACCEPT=1 writes what was found into CASE, for review.
PATH=$(dirname "$(realpath "$1")"):${TOOLS:+$TOOLS:}$PATH
REPO=$(realpath "$2")
export PATH REPO
case=$(realpath "$3")
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work" || exit 2
while IFS= read -r line; do
    case $line in
    '$ '*)
        printf '%s\n' "$line"
        (eval "${line#\$ }") 2>&1
        status=$?
        [ $status = 0 ] || echo "[$status]"
        ;;
    '#'*) printf '%s\n' "$line" ;;
    esac
done <"$case" | sed "s|$work|HERE|g" >"$work/.found"
: "${ACCEPT:=}"
[ -z "$ACCEPT" ] || cp "$work/.found" "$case"
diff -u "$case" "$work/.found" && echo "1 passed, 0 failed"
