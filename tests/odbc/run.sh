#!/bin/sh
# run.sh CHARTPACK FOLDER - a real PostgreSQL server on a local socket answers a query of a pack, a
# chart is drawn of the answer, and drawn again without the server.  FOLDER is emptied first.
set -eu
chartpack=$1
work=$2
here=$(cd "$(dirname "$0")" && pwd)
fail() { echo "$1"; [ ! -f "$work/server.log" ] || tail -n 5 "$work/server.log"; exit 1; }

server=$(ls -d /usr/lib/postgresql/*/bin 2>/dev/null | tail -n 1)
driver=$(ls /usr/lib/*/odbc/psqlodbcw.so 2>/dev/null | head -n 1)
[ -n "$server" ] || fail "no PostgreSQL server: install postgresql (./do test does)"
[ -n "$driver" ] || fail "no ODBC driver: install odbc-postgresql (./do test does)"

# The server refuses to run as root; it gets a folder of its own, and a short way to its socket.
as_server() {
    if [ "$(id -u)" = 0 ]; then setpriv --reuid=postgres --regid=postgres --init-groups "$@"; else "$@"; fi
}
rm -rf "$work"
mkdir -p "$work"
socket=$(mktemp -d)
data=$work/data
mkdir "$data"
if [ "$(id -u)" = 0 ]; then
    chown postgres "$data" "$socket"
    # A build folder that others may not enter is of no use to the server.
    if ! as_server test -w "$data"; then
        data=$socket/data
        as_server mkdir "$data"
    fi
fi
stop() {
    (cd / && as_server "$server/pg_ctl" -D "$data" -m immediate stop >/dev/null 2>&1) || true
    rm -rf "$socket" "$work/data"
}
trap stop EXIT
trap 'exit 1' INT TERM HUP

(cd / && LC_ALL=C as_server "$server/initdb" -D "$data" -U desk -A trust -E UTF8 --no-sync >/dev/null) || fail "initdb failed"
(cd / && as_server "$server/pg_ctl" -D "$data" -w -l "$data/server.log" \
    -o "-c listen_addresses='' -c fsync=off -k $socket" start >/dev/null) || fail "the server does not start"
"$server/psql" -q -h "$socket" -U desk -d postgres -v ON_ERROR_STOP=1 -f "$here/deals.sql"

# The data source, which holds what a pack must not.
cat >"$work/odbc.ini" <<INI
[warehouse]
Driver=$driver
Servername=$socket
Database=postgres
Username=desk
INI
export ODBCINI="$work/odbc.ini" ODBCSYSINI="$work"
cp -R "$here/pack" "$work/pack"
cd "$work"

"$chartpack" data pack/charts/../../pack/none 2>/dev/null && fail "a table that is not there was read"
(cd pack && "$chartpack" data deals --csv >"$work/found.csv")
diff "$here/deals.csv" "$work/found.csv" || fail "the rows differ"
"$chartpack" chart pack/charts/deals.yaml -o online.png --quiet
head -n 1 pack/snapshots/deals.csv | grep -Eq '^# taken 20[0-9]{2}-.*Z for query ' || fail "no time in the snapshot"
[ "$(wc -l <pack/snapshots/deals.csv)" -le 10 ] || fail "the query was not pushed down"

# What the server says, and a secret that stands in a pack.
sed 's/from deals/from nowhere/' pack/pack.yaml >pack/pack.new && mv pack/pack.yaml pack/pack.old && mv pack/pack.new pack/pack.yaml
"$chartpack" check pack >said.txt 2>&1 && fail "a wrong query passed"
grep -q 'pack/pack.yaml:.*: error: the database refuses the query: .*nowhere' said.txt || { cat said.txt; fail "the server's words are lost"; }
sed 's/DSN=warehouse/DSN=warehouse;PWD=secret/' pack/pack.old >pack/pack.yaml
"$chartpack" check pack >said.txt 2>&1 && fail "a password in a pack passed"
grep -q 'a password does not belong in a pack' said.txt || { cat said.txt; fail "the password is not told"; }
# shellcheck disable=SC2016
sed 's/DSN=warehouse/DSN=warehouse;PWD=${CHARTPACK_TEST_PWD}/' pack/pack.old >pack/pack.yaml
"$chartpack" check pack >said.txt 2>&1 && fail "an empty environment passed"
grep -q 'the environment has no CHARTPACK_TEST_PWD' said.txt || { cat said.txt; fail "the missing word is not told"; }
CHARTPACK_TEST_PWD=secret "$chartpack" check pack --quiet || fail "the environment's password is not used"
mv pack/pack.old pack/pack.yaml
"$chartpack" chart pack/charts/deals.yaml -o online.png --quiet

# Without the server: only what was kept.
(cd / && as_server "$server/pg_ctl" -D "$data" -m fast -w stop >/dev/null)
"$chartpack" chart pack/charts/deals.yaml -o gone.png >said.txt 2>&1 && fail "a server that is gone answered"
grep -q 'pack.yaml:[0-9]*:[0-9]*: error: no connection to the database: ' said.txt || { cat said.txt; fail "the lost server is not told"; }
"$chartpack" chart pack/charts/deals.yaml -o offline.png --offline >said.txt 2>&1 || { cat said.txt; fail "--offline does not draw"; }
grep -q 'snapshots/deals.csv: note: the answer of 20.*Z is used' said.txt || { cat said.txt; fail "the answer's time is not told"; }
cmp online.png offline.png || fail "the chart differs without the server"
sed 's/group by/where 成交额 > 0 group by/' pack/pack.yaml >pack/pack.new && mv pack/pack.new pack/pack.yaml
"$chartpack" chart pack/charts/deals.yaml -o gone.png --offline >said.txt 2>&1 && fail "the answer to another query was used"
grep -q "answers another query" said.txt || { cat said.txt; fail "the other query is not told"; }
echo "1 passed, 0 failed"
