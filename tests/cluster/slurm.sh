#!/bin/sh
# slurm.sh CHARTPACK: a batch over a Slurm job array on three nodes, all on this machine, and the same
# over GNU parallel; each makes every set once, as one process does.  Leaves with 77 where Slurm or
# parallel is absent (`./do cluster` installs them) or cannot run here.
#
# On a real cluster only the submission is needed:
#
#     sbatch --array=1-8 --wrap 'chartpack batch weekly --each sets.csv -o "out/{code}.pdf" \
#         --shard $SLURM_ARRAY_TASK_ID/8'
set -eu
chartpack=$(realpath "$1")
nodes=3
for tool in slurmctld slurmd sbatch munged parallel; do
    command -v $tool >/dev/null || { echo "no $tool: skipped"; exit 77; }
done
[ "$(id -u)" = 0 ] || { echo "slurmd runs as root only: skipped"; exit 77; }
PATH=$(dirname "$chartpack"):$PATH
export PATH

work=$(mktemp -d)
daemons=
stop() {
    for pid in $daemons; do kill "$pid" 2>/dev/null || true; done
    wait
    rm -rf "$work"
}
trap stop EXIT
chmod 755 "$work"
cd "$work"

# A pack with a picture for each code.
mkdir -p p/charts p/data
printf 'title: 个股\ndate: 2026-04-19\n' >p/pack.yaml
{
    echo code,day,close
    for code in 000001 000002 000063 600036 600519 601318 603259; do
        for day in 1 2 3 4 5; do echo "$code,$day,1$day"; done
    done
} >p/data/px.csv
printf 'title: 收盘\nsource: 示例\nsql: select day, close from px where code = :code order by day\nx: day\nmarks:\n  - {line: close}\n' \
    >p/charts/one.yaml
{ echo code; cut -d, -f1 p/data/px.csv | sed 1d | sort -u; } >sets.csv

make() { # FOLDER and further options
    folder=$1
    shift
    chartpack batch p --each sets.csv --chart p/charts/one.yaml -o "$folder/{code}.png" --quiet "$@"
}

make one
seq 4 | parallel chartpack batch p --each sets.csv --chart p/charts/one.yaml -o "'parallel/{code}.png'" \
    --quiet --shard {}/4
diff -r one parallel

# A cluster of our own: no port, file or key is shared with another.
dd if=/dev/urandom of=munge.key bs=1024 count=1 2>/dev/null
chmod 600 munge.key
munged --key-file="$work/munge.key" --socket="$work/munge.socket" --pid-file="$work/munge.pid" \
    --log-file="$work/munge.log" --seed-file="$work/munge.seed" --foreground --force >munged.out 2>&1 &
daemons="$daemons $!"
port=$((20000 + $$ % 20000))
host=$(hostname -s)
cat >slurm.conf <<CONF
ClusterName=chartpack
SlurmctldHost=$host(127.0.0.1)
SlurmUser=root
AuthType=auth/munge
AuthInfo=socket=$work/munge.socket
CredType=cred/munge
StateSaveLocation=$work/state
SlurmdSpoolDir=$work/spool.%n
SlurmctldPidFile=$work/slurmctld.pid
SlurmdPidFile=$work/slurmd.%n.pid
SlurmctldPort=$port
SlurmctldLogFile=$work/slurmctld.log
SlurmdLogFile=$work/slurmd.%n.log
ProctrackType=proctrack/linuxproc
TaskPlugin=task/none
SelectType=select/cons_tres
JobAcctGatherType=jobacct_gather/none
AccountingStorageType=accounting_storage/none
SwitchType=switch/none
MpiDefault=none
ReturnToService=2
CONF
for node in $(seq $nodes); do
    echo "NodeName=n$node NodeHostname=$host NodeAddr=127.0.0.1 Port=$((port + node)) CPUs=1 State=UNKNOWN" >>slurm.conf
done
echo "PartitionName=all Nodes=n[1-$nodes] Default=YES MaxTime=5 State=UP" >>slurm.conf
mkdir -p state
SLURM_CONF=$work/slurm.conf
export SLURM_CONF
for i in 1 2 3 4 5 6 7 8 9 10; do [ -S munge.socket ] && break; sleep 0.2; done
slurmctld -D >ctld.out 2>&1 &
daemons="$daemons $!"
for node in $(seq $nodes); do
    slurmd -D -N "n$node" >"slurmd$node.out" 2>&1 &
    daemons="$daemons $!"
done
for i in $(seq 50); do
    [ "$(sinfo -h -t idle -o %D 2>/dev/null)" = $nodes ] && break
    sleep 0.2
done
if [ "$(sinfo -h -t idle -o %D 2>/dev/null)" != $nodes ]; then
    echo "Slurm does not come up here: skipped"
    tail -n 3 slurmctld.log slurmd.*.log ./*.out 2>/dev/null
    exit 77
fi
sbatch --quiet --wait --array=1-4 -o 'job.%a.%N.out' --wrap \
    'chartpack batch p --each sets.csv --chart p/charts/one.yaml -o "slurm/{code}.png" --shard $SLURM_ARRAY_TASK_ID/4; echo $SLURMD_NODENAME'
diff -r one slurm
echo "nodes: $(tail -qn 1 job.*.out | sort -u | tr '\n' ' ')"
echo "1 passed, 0 failed"
