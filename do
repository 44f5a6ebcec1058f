#!/bin/sh
# The one script: ./do with nothing behind it says what it does.
set -eu
cd "$(dirname "$0")"

tools="build-essential cmake ninja-build pkg-config libharfbuzz-bin fontconfig fonts-noto-cjk"
libraries="libcairo2-dev libpango1.0-dev nettle-dev libfontconfig-dev libcsv-dev libfyaml-dev libcmark-gfm-dev
    libcmark-gfm-extensions-dev libsqlite3-dev libpcre2-dev libpng-dev libisal-dev libjpeg-dev librsvg2-dev
    libqpdf-dev libjansson-dev libminizip-dev libexpat1-dev unixodbc-dev"
test_tools="poppler-utils qpdf mupdf-tools ghostscript postgresql odbc-postgresql
    libreoffice-writer-nogui chromium-headless-shell libjs-pdf"
lint_tools="clang-format-14 clang-tidy-14 cppcheck"
bench_tools="gnuplot-nox zip"
peer_tools="python3-matplotlib r-cran-ggplot2 r-cran-ggrepel"
peer_modules="echarts@6.1.0 @myriaddreamin/typst-ts-node-compiler@0.7.0"
cluster_tools="slurm-wlm parallel"
coverage_tools="gcovr"
valgrind_tools="valgrind libc6-dbg"
fuzz_tools="clang-14 libclang-rt-14-dev"

# Install those of the named packages that are missing; says what it does.
need() {
    missing=
    for package in "$@"; do
        case $(dpkg-query -W -f '${db:Status-Status}' "$package" 2>/dev/null) in
        installed) ;;
        *) missing="$missing $package" ;;
        esac
    done
    [ -n "$missing" ] || return 0
    echo "installing:$missing"
    root=
    [ "$(id -u)" = 0 ] || root=sudo
    log=$(mktemp)
    if ! { $root apt-get update && $root env DEBIAN_FRONTEND=noninteractive \
        apt-get -y --no-install-recommends install $missing; } >"$log" 2>&1; then
        tail -n 20 "$log"
        exit 1
    fi
    rm -f "$log"
}

# Configure once, build quietly.
build() {
    need $tools $libraries
    [ -f "$2/build.ninja" ] || cmake --preset "$1" >/dev/null
    cmake --build --preset "$1" -- --quiet
}

# Install the named packages of npm in a folder, if npm is here and they are not.
node_modules() {
    folder=$1
    shift
    if ! command -v npm >/dev/null; then
        echo "no npm: $* are left out"
        return
    fi
    mkdir -p "$folder"
    (cd "$folder" && npm ls "$@" >/dev/null 2>&1 ||
        npm install --prefix . --no-save --no-audit --no-fund --ignore-scripts --loglevel=error "$@")
}

sources() {
    git ls-files 'src/*.[ch]' 'include/*.h' 'tests/*.[ch]'
}

case ${1-} in
build)
    build release build
    ;;
deck)
    build release build
    build/chartpack build data/weekly -o out/weekly.pdf
    ;;
dev)
    build dev build-dev
    ;;
test)
    need $test_tools
    build dev build-dev
    shift
    ctest --test-dir build-dev --output-on-failure -j "$(nproc)" "$@"
    ;;
docs)
    build release build
    cmake/manual.sh build/chartpack data/manual data/manual
    ;;
fmt)
    need $lint_tools
    sources | xargs clang-format-14 -i
    ;;
lint)
    need $lint_tools
    build dev build-dev
    sources | xargs clang-format-14 --dry-run -Werror
    git ls-files 'src/*.c' | xargs -P "$(nproc)" -n 8 clang-tidy-14 -p build-dev --quiet
    cppcheck --quiet --error-exitcode=1 --project=build-dev/compile_commands.json \
        --file-filter='*src/*' --suppressions-list=cmake/cppcheck.txt --inline-suppr \
        --enable=warning,portability
    ;;
bench)
    need $bench_tools $test_tools
    build release build
    shift
    case ${1-} in
    peers)
        need $peer_tools
        node_modules build/bench $peer_modules
        ;;
    labels) need r-cran-ggrepel ;;
    esac
    cmake --build --preset release --target turns floor labels -- --quiet
    tests/bench/run "$@"
    ;;
cluster)
    need $cluster_tools
    build release build
    tests/cluster/slurm.sh build/chartpack
    ;;
coverage)
    need $coverage_tools $test_tools
    build coverage build-coverage
    shift
    find build-coverage -name '*.gcda' -delete
    ctest --test-dir build-coverage -j "$(nproc)" "$@" | tail -n 20
    gcovr -r . --filter src/ --sort-uncovered --print-summary --txt build-coverage/coverage.txt \
        --html-details build-coverage/coverage.html build-coverage | grep -E '^(lines|branches)'
    echo "build-coverage/coverage.txt: file by file, the least covered last"
    ;;
valgrind)
    need $valgrind_tools
    build release build
    build valgrind build-valgrind
    shift
    status=0
    cmake/valgrind.sh build/chartpack "${1-data/weekly}" || status=1
    ctest --test-dir build-valgrind -R '^(unit|cli|errors)/' -j "$(nproc)" --timeout 7200 --output-on-failure || status=1
    exit $status
    ;;
faults)
    build release build
    sh tests/faults/kill.sh build/chartpack . "${2-200}"
    ;;
same)
    build release build
    sh tests/same.sh build/chartpack .
    ;;
fuzz)
    need $fuzz_tools $tools $libraries
    [ -f build-fuzz/build.ninja ] || cmake --preset fuzz >/dev/null
    nice cmake --build --preset fuzz --target fuzz -- --quiet
    shift
    tests/fuzz/run "$@"
    ;;
clean)
    rm -rf build build-dev build-fuzz build-coverage build-valgrind
    find out -mindepth 1 ! -name .gitignore -delete
    ;;
*)
    cat <<'USAGE'
./do deck    install what is missing, build, make the sample weekly: out/weekly.pdf
./do test    install what is missing, build with sanitizers, run every test
./do build   build build/chartpack
./do dev     build with sanitizers, in build-dev/
./do docs    make the tables of the manual anew: data/manual/
./do fmt     format the sources
./do lint    clang-format, clang-tidy and cppcheck
./do bench   [peers | growth | labels]: time and memory beside gnuplot; beside matplotlib, ggplot2, ECharts
             and Typst, too; over sizes; the placing of labels alone
./do cluster a batch over three nodes of Slurm on this machine, and over GNU parallel
./do coverage  the lines that the tests run
./do valgrind [PACK]: a build of it, pictures, the unit tests and those of commands under memcheck
./do faults  [N]: kill N builds (200) at moments spread over their time
./do same    the deck and all figures twice, in two folders, zones and locales, on one thread and four: the same bytes
./do fuzz    MINUTES [TARGET...]: search for inputs that break a reader, a parser or a layout
./do clean   remove all that is generated
USAGE
    [ -z "${1-}" ] || exit 2
    ;;
esac
