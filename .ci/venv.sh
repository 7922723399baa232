# shellcheck shell=sh disable=SC2154
# Sourced by .ci/gongkai and .ci/test, which set $root to the checkout.
#
#   make_venv run|dev    makes .venv and installs the project editable into it, with what tests need
#                        for `dev`; once, and again when pyproject.toml or the checkout's place changes
#   need_program P D     sees that there is this program; as root installs Debian's package D that has it
#   need_chromium        sees that there is a browser with a Chinese font; as root installs them, without its windows
#   need_postgres        sees that a PostgreSQL server can be started; as root installs it
#   need_libreoffice     sees that LibreOffice converts sheets and texts with Chinese in them; as root installs it

say() {
    printf '%s\n' "$*" >&2
}

fail() {
    say "$*"
    exit 2
}

make_venv() {
    venv=$root/.venv
    made_from="$root $(cksum <"$root/pyproject.toml")"
    is_ready "$1" && return
    # Two that start at once take turns; where flock is missing, they had better not.
    exec 9<"$root"
    ! command -v flock >/dev/null || flock 9
    is_ready "$1" || build_venv "$1"
    exec 9<&-
}

is_ready() {
    [ -x "$venv/bin/python" ] && [ "$(cat "$venv/ready-$1" 2>/dev/null)" = "$made_from" ]
}

build_venv() {
    find_python
    can_make_venv || install_venv_module
    say "正在准备运行环境 $venv（只在第一次，需要联网）……"
    # What is there is only added to when it was made complete, and here.
    is_kept || "$python" -m venv --clear "$venv" >&2 || fail "不能建立 $venv，请检查权限和磁盘空间"
    case $1 in run) extras= ;; *) extras="[$1]" ;; esac
    (
        cd "$root"
        "$venv/bin/python" -m pip install --quiet --disable-pip-version-check --use-pep517 --editable ".$extras"
    ) >&2 || fail "安装依赖失败，请检查网络后再运行一次"
    for use in run "$1"; do
        printf '%s\n' "$made_from" >"$venv/ready-$use"
    done
}

is_kept() {
    case $(cat "$venv/ready-run" 2>/dev/null) in
    "$root "*) [ -x "$venv/bin/python" ] ;;
    *) false ;;
    esac
}

find_python() {
    for python in python3 python3.13 python3.12 python3.11; do
        if "$python" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then
            return
        fi
    done
    fail "需要 Python 3.11 或更新的版本，请先运行：apt-get install python3 python3-venv"
}

can_make_venv() {
    "$python" -c 'import ensurepip, venv' 2>/dev/null
}

# For the tests: curl asks the service in the READMEs, nginx stands before it as the guide has it, the Nu checker needs Java.
need_program() {
    has_program "$1" && return
    need_package "$2"
    has_program "$1" || fail "测试需要 $1，请先运行：apt-get install $2"
}

# As root: installs a Debian package, where it can be had.
need_package() {
    if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; then
        say "缺少 $1，正在安装……"
        export DEBIAN_FRONTEND=noninteractive
        { apt-get update -qq && apt-get install -qq -y --no-install-recommends -o Dpkg::Use-Pty=0 "$1"; } >&2 || true
    fi
}

has_program() {
    PATH=$PATH:/usr/sbin command -v "$1" >/dev/null
}

# The tests use the widget in a real browser, whose pages are in Chinese.
need_chromium() {
    has_program chromium-headless-shell || has_program chromium || need_package chromium-headless-shell
    has_program chromium-headless-shell || need_program chromium chromium
    need_program fc-list fontconfig
    can_write_chinese && return
    need_package fonts-noto-cjk
    can_write_chinese || fail "测试需要中文字体，请先运行：apt-get install fonts-noto-cjk"
}

can_write_chinese() {
    [ -n "$(fc-list :lang=zh-cn)" ]
}

# The tests start a PostgreSQL server of their own, from Debian's packages.
need_postgres() {
    can_run_postgres && return
    if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; then
        say "缺少 PostgreSQL，正在安装……"
        export DEBIAN_FRONTEND=noninteractive
        { apt-get update -qq && apt-get install -qq -y --no-install-recommends -o Dpkg::Use-Pty=0 postgresql; } >&2 || true
    fi
    can_run_postgres || fail "测试需要 PostgreSQL，请先运行：apt-get install postgresql"
}

can_run_postgres() {
    command -v initdb >/dev/null || [ -n "$(find /usr/lib/postgresql -path '*/bin/initdb' 2>/dev/null)" ]
}

# The tests have LibreOffice print the workbooks and documents of gongkai faq: Debian's packages without a desktop,
# and a small font that has Chinese.
need_libreoffice() {
    can_run_libreoffice && return
    if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; then
        say "缺少 LibreOffice，正在安装……"
        export DEBIAN_FRONTEND=noninteractive
        { apt-get update -qq && apt-get install -qq -y --no-install-recommends -o Dpkg::Use-Pty=0 $office; } >&2 || true
    fi
    can_run_libreoffice || fail "测试需要 LibreOffice，请先运行：apt-get install $office"
}

office="libreoffice-calc-nogui libreoffice-writer-nogui fonts-wqy-microhei fontconfig"

can_run_libreoffice() {
    [ -e /usr/lib/libreoffice/program/libswlo.so ] && [ -e /usr/lib/libreoffice/program/libsclo.so ] &&
        command -v soffice >/dev/null && [ -n "$(fc-list :lang=zh-cn 2>/dev/null)" ]
}

install_venv_module() {
    if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; then
        say "缺少 python3-venv，正在安装……"
        export DEBIAN_FRONTEND=noninteractive
        { apt-get update -qq && apt-get install -qq -y --no-install-recommends -o Dpkg::Use-Pty=0 python3-venv; } >&2 || true
    fi
    can_make_venv || fail "缺少 python3-venv，请先运行：apt-get install python3-venv"
}
