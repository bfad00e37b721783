# Makes an environment of the program's own, once, and never leaves half of one behind.
# Sourced by start, test and check. Needs: root, the folder of the checkout.
#
#   make_environment FOLDER LOCK-FILE
#
# The environment is ready when FOLDER/ready holds the checksum of the lock file. It is
# written last, so whatever was stopped in the middle is thrown away at the next start.

tell() { printf '%s\n' "$*" >&2; }

find_python() {
    # Prints a Python of 3.11 or later; fails when there is none.
    for python in ${FACILITATOR_PYTHON:-} python3 python3.13 python3.12 python3.11; do
        if command -v "$python" >/dev/null 2>&1 &&
            "$python" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then
            command -v "$python"
            return 0
        fi
    done
    return 1
}

checksum() { cksum <"$1" | cut -d ' ' -f 1,2 | tr ' ' '-'; }

# The Python beneath it may have been taken away since, so that is looked at too.
is_ready() { [ -x "$1/bin/python" ] && [ -f "$1/ready" ] && [ "$(cat "$1/ready" 2>/dev/null)" = "$(checksum "$2")" ]; }

say_why_no_python() {
    if command -v python3 >/dev/null 2>&1; then
        tell "Your Python is $(python3 -c 'import sys; print("%d.%d" % sys.version_info[:2])')." \
            "Facilitator needs 3.11 or later."
    else
        tell "There is no Python here. Facilitator needs Python 3.11 or later."
    fi
    tell "On Debian or Ubuntu: sudo apt install python3 python3-venv"
}

say_why_no_install() {
    if grep -qiE 'no space left|disk quota' "$1"; then
        tell "The disk is full. Make some room, then try again."
    elif grep -qiE 'connection|resolution|network|timed out|retries|unreachable' "$1"; then
        tell "The first start needs the internet once, to fetch what the program is built on."
        tell "There is no way to it now. Join a network and try again. Later it works without."
    else
        tell "What the program is built on could not be fetched. This is what was said:"
        grep -v '^WARNING' "$1" | tail -n 5 >&2
    fi
}

make_environment() {
    folder=$1 lock=$2
    is_ready "$folder" "$lock" && return 0
    python=$(find_python) || { say_why_no_python; return 1; }
    if ! mkdir -p "$(dirname "$folder")" 2>/dev/null || [ ! -w "$(dirname "$folder")" ]; then
        tell "This program cannot write in $(dirname "$folder")."
        return 1
    fi
    # Only one of two starts builds; the other waits for it. The lock file stays: a waiting
    # start would hold a file that a third one no longer sees. Without flock there is no wait.
    exec 9>"$folder.lock" || return 1
    if command -v flock >/dev/null 2>&1 && ! flock -n 9; then
        tell "Another start is getting things ready. Please wait."
        flock 9
    fi
    is_ready "$folder" "$lock" || build_environment "$folder" "$lock" "$python"
    built=$?
    exec 9>&-
    return $built
}

build_environment() {
    folder=$1 lock=$2 python=$3
    said=$(mktemp) || { tell "The disk is full. Make some room, then try again."; return 1; }
    trap 'rm -rf "$folder" "$said"; exit 1' HUP INT TERM
    tell "Getting ready. This takes about a minute, once."
    rm -rf "$folder"
    if ! "$python" -m venv "$folder" >"$said" 2>&1; then
        if grep -qiE 'ensurepip|no module named .?venv|python3[0-9.]*-venv' "$said"; then
            tell "Python is here, but its venv part is missing."
            tell "On Debian or Ubuntu: sudo apt install python3-venv"
        else
            say_why_no_install "$said"
        fi
        rm -rf "$folder" "$said"
        trap - HUP INT TERM
        return 1
    fi
    tell "Fetching what the program is built on ..."
    if ! "$folder/bin/python" -m pip install --quiet --disable-pip-version-check \
        --require-hashes -r "$lock" >"$said" 2>&1; then
        say_why_no_install "$said"
        rm -rf "$folder" "$said"
        trap - HUP INT TERM
        return 1
    fi
    "$folder/bin/python" -m compileall -q "$root/src" >/dev/null 2>&1 || true
    checksum "$lock" >"$folder/ready"
    rm -f "$said"
    trap - HUP INT TERM
    tell "Ready."
}
