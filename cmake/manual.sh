#!/bin/sh
# manual.sh PROGRAM FROM TO: the manual's pages of folder FROM, their tables made anew, into TO.
# What stands between `<!-- chartpack help ... -->` and `<!-- end -->` is what that command prints;
# between `<!-- gallery -->` and `<!-- end -->`: all charts of the gallery, by their sections.
set -eu
program=$1 from=$2 to=$3
gallery=$from/../gallery

chart() {
    printf '### %s\n\n![%s](../../tests/golden/gallery/%s.png)\n\n```yaml\n' "$1" "$1" "$1"
    cat "$gallery/charts/$1.yaml"
    printf '```\n\n'
}

print_gallery() {
    grep -oE '^# .*|charts/[a-z-]+\.yaml' "$gallery/deck.md" | while read -r line; do
        case $line in
        '# '*) printf '## %s\n\n' "${line#'# '}" ;;
        *) chart "$(basename "$line" .yaml)" ;;
        esac
    done
}

page() {
    while IFS= read -r line; do
        case $line in
        '<!-- end -->')
            skipping=
            ;;
        esac
        [ -n "${skipping-}" ] || printf '%s\n' "$line"
        case $line in
        '<!-- chartpack help '*)
            words=${line#'<!-- chartpack help'}
            "$program" help --as markdown ${words%'-->'}
            skipping=yes
            ;;
        '<!-- gallery -->')
            print_gallery
            skipping=yes
            ;;
        esac
    done
}

for file in "$from"/*.md; do
    skipping=
    page <"$file" >"$to/$(basename "$file").new"
    mv "$to/$(basename "$file").new" "$to/$(basename "$file")"
done
"$program" help --as man >"$to/chartpack.1"
