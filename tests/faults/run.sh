#!/bin/sh
# run.sh CHARTPACK SHIM REPO: each call that can fail fails in turn, for each reason it can have.  Then
# the earlier output stands, nothing lies beside it, the status is 3 and one line says why; or, where the
# fault is none (a short write, a signal), all is as if it had not been.
# shellcheck disable=SC1091,SC2154 # what it sources sets them
. "$(dirname "$0")/common.sh"

build() {
    shimmed FAULT="$FAULT" FAULT_UNDER="$1" FAULT_FIRED="$work/fired" "$chartpack" build pack -o out/deck.pdf -q >said 2>&1
}

# try UNDER WANT: one fault; false where it did not come, because there is no such call any more.  What is
# only a look ahead, as whether a file is a workbook, may fail, if all comes out as usual: either.
try() {
    rm -rf fired out
    mkdir out
    echo earlier >out/deck.pdf
    build "$1"
    status=$?
    [ -e fired ] || return 1
    left=$(ls -A out)
    if [ "$2" = same ] || { [ "$2" = either ] && [ $status = 0 ]; }; then
        [ $status = 0 ] && cmp -s out/deck.pdf good.pdf || bad "status $status, wanted the usual output"
    else
        [ $status = 3 ] || { [ "$2" = gone ] && [ $status = 1 ]; } || bad "status $status, wanted 3"
        [ "$(cat out/deck.pdf)" = earlier ] || bad "the earlier output is gone"
        grep -qE "error: (cannot|no file|'.*' vanished)" said || bad "does not say what cannot be done"
    fi
    [ "$left" = deck.pdf ] || bad "left behind: $left"
    passed=$((passed + 1))
}

unset FAULT
FAULT=none build "$work" || { cat said; exit 1; }
mv out/deck.pdf good.pdf

for FAULT in create:1:EROFS create:1:EMFILE write:1:ENOSPC write:1:EIO write:1:EDQUOT fchmod:1:EIO \
    fsync:1:EIO fsync:1:ENOSPC rename:1:EIO rename:1:ENOSPC; do
    try "$work/out" 3 || bad "no such call"
done
for FAULT in write:1:half write:1:EINTR create:1:EACCES; do
    try "$work/out" same || bad "no such call"
done

# Each file of the pack: it cannot be opened, it breaks off, a signal comes in between.
n=1
while FAULT=open:$n:EACCES && try "$work/pack" either; do n=$((n + 2)); done
[ $n -gt 4 ] || bad "only $n files opened"
n=3 # a file that vanished is the input's fault while it is looked for, and then the system's
while FAULT=open:$n:ENOENT && try "$work/pack" gone; do n=$((n + 4)); done
n=1
while FAULT=read:$n:EIO && try "$work/pack" either; do n=$((n + 4)); done
[ $n -gt 8 ] || bad "only $n reads"
FAULT=read:1:EINTR && try "$work/pack" same
FAULT=read:3:half && try "$work/pack" same

# A pack that nothing can be written to is built elsewhere; in it nothing can be.
FAULT=none
rm -rf out
READONLY="$work/pack" build "$work" && cmp -s out/deck.pdf good.pdf || bad "not built from a read-only pack"
(cd pack && shimmed READONLY="$work/pack" "$chartpack" build -q >../said 2>&1)
[ $? = 3 ] && grep -q 'error: cannot write: Read-only file system' said || bad "written into a read-only pack"
[ ! -e pack/out ] || bad "left in a read-only pack"

echo "$passed passed, $failed failed"
[ $failed = 0 ] && [ $passed -gt 20 ]
