"""`gongkai knowledge`: where the terms are, and a copy of them to be one's own."""

from __future__ import annotations

import argparse
import shutil
from pathlib import Path

from assistant.folders import VARIABLE, knowledge_folder
from assistant.front.streams import DONE, UsageError, progress


def declare(parser: argparse.ArgumentParser) -> None:
    """Add the words of the command to the parser."""
    about = "另存到这个新文件夹，可以自己编辑；不写则输出正在用的文件夹"
    parser.add_argument("folder", nargs="?", metavar="文件夹", help=about, type=Path)


def run(options: argparse.Namespace) -> int:
    """Say which folder is in use, or copy it."""
    used = knowledge_folder()
    if options.folder is None:
        print(used)
        return DONE
    if options.folder.exists():
        raise UsageError(f"{options.folder}: 已经存在，请换一个新文件夹")
    shutil.copytree(used, options.folder)
    print(options.folder)
    progress(f"已另存。用 {VARIABLE}={options.folder.absolute()} 指明它，各个命令就按它的词表来")
    return DONE
