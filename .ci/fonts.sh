#!/usr/bin/env bash
# Fonts for rendering drafts on Linux (layout.md §10): FandolFang, Kai, Hei, Song and a fontconfig
# file that stands them in for the Chinese families a draft names. Idempotent; nothing of the
# user's own fonts is touched. Used with FONTCONFIG_FILE=~/.cache/speechgen-tools/fonts.conf
set -euo pipefail

tools="${XDG_CACHE_HOME:-$HOME/.cache}/speechgen-tools"
fonts="$tools/fonts"
mkdir -p "$fonts"

if [ ! -s "$fonts/FandolSong-Regular.otf" ]; then
    work=$(mktemp -d)
    trap 'rm -rf "$work"' EXIT
    chmod 755 "$work"
    # 49 MB, of which four fonts (23 MB) are kept.
    (cd "$work" && apt-get download -qq texlive-lang-chinese 2>/dev/null)
    dpkg-deb --fsys-tarfile "$work"/texlive-lang-chinese_*.deb |
        tar -x -C "$work" --wildcards \
            '*/FandolFang-Regular.otf' '*/FandolKai-Regular.otf' \
            '*/FandolHei-Regular.otf' '*/FandolSong-Bold.otf' '*/FandolSong-Regular.otf'
    find "$work" -name '*.otf' ! -name 'FandolSong-Regular.otf' -exec mv {} "$fonts/" \;
    find "$work" -name 'FandolSong-Regular.otf' -exec mv {} "$fonts/" \; # last: marks the end
fi

alias_of() { # target, then the families it stands for
    local target=$1 family
    shift
    for family in "$@"; do
        printf '  <alias binding="same"><family>%s</family><prefer><family>%s</family></prefer></alias>\n' \
            "$family" "$target"
    done
}

{
    echo '<?xml version="1.0"?>'
    echo '<!DOCTYPE fontconfig SYSTEM "fonts.dtd">'
    echo '<fontconfig>'
    echo '  <include ignore_missing="yes">/etc/fonts/fonts.conf</include>'
    echo "  <dir>$fonts</dir>"
    echo "  <cachedir>$tools/fontconfig</cachedir>"
    alias_of FandolFang 仿宋_GB2312 仿宋 FangSong FangSong_GB2312 方正仿宋_GBK STFangsong 华文仿宋
    alias_of FandolKai 楷体_GB2312 楷体 KaiTi KaiTi_GB2312 方正楷体_GBK STKaiti 华文楷体
    alias_of FandolHei 黑体 SimHei 方正黑体_GBK STHeiti 华文黑体
    alias_of FandolSong 宋体 SimSun 方正小标宋简体 方正小标宋_GBK 华文中宋 STZhongsong 华文宋体 STSong 方正书宋_GBK
    alias_of 'Liberation Serif' 'Times New Roman'
    echo '</fontconfig>'
} >"$tools/fonts.conf.new"
mv "$tools/fonts.conf.new" "$tools/fonts.conf"

echo "fonts: $tools/fonts.conf"
