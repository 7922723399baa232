"""Files made to be too much, by kinds, each of any size: for the tests in small, for the benchmark in large."""

from __future__ import annotations

TITLE = "云泽县2016年政府信息公开工作年度报告\n"
PAGE = f"<html><body><p>{TITLE}</p>"

TEXTS = {
    "one line": lambda n: "全县公开政府信息360条，受理申请8件，" * n,
    "no mark": lambda n: "公" * 20 * n,
    "figures in one sentence": lambda n: "、".join(f"{i % 7 + 2}条" for i in range(3 * n)),
    "parts of one total": lambda n: (
        "全年公开信息99999条，其中" + "、".join(f"甲{i % 97 + 2}条" for i in range(2 * n))
    ),
    "the same figure": lambda n: "公开信息5条；" * 2 * n,
    "rows": lambda n: (
        "| 指标 | 单位 | 数量 |\n" + "".join(f"| 指标{i} | 条 | {i} |\n" for i in range(3 * n))
    ),
    "cells": lambda n: "| 甲 | 乙 |\n| " + " | ".join(map(str, range(5 * n))) + " |\n",
    "flat rows": lambda n: (
        "指标名称 单位 2016年 历年累计 "
        + " ".join(f"指标{i}数 条 {i} {i + 1}" for i in range(2 * n))
    ),
    "digits": lambda n: "公开信息" + "9" * 50 * n + "条。",
    "spelled digits": lambda n: "公开信息" + "一" * 50 * n + "条。",
    "brackets": lambda n: "（" * 20 * n + "公开信息5条。",
    "quotation marks": lambda n: "《" * 20 * n + "公开信息5条。",
    "headings": lambda n: "".join(f"一、概述\n（一）公开。一是建网{i}条。\n" for i in range(n)),
    "spaces": lambda n: "公开" + " " * 50 * n + "信息5条。",
    "lines": lambda n: "\n" * 30 * n,
    "documents": lambda n: "国办发〔2013〕7号、" * 2 * n,
    "letters": lambda n: "a1." * 20 * n,
}
PAGES = {
    "spans": lambda n: (
        "<table>" + "<tr><td rowspan=99999 colspan=1000>指标</td><td>5</td></tr>" * n + "</table>"
    ),
    "wide table": lambda n: (
        "<table><tr>" + "<td>1</td>" * 7 * n + "</tr>" + "<tr><td>甲</td></tr>" * 7 * n + "</table>"
    ),
    "rows": lambda n: "<table>" + "<tr><td>指标</td><td>条</td><td>5</td></tr>" * n + "</table>",
    "nested": lambda n: "<div>" * 100 * n + "公开信息5条。",
    "nested tables": lambda n: "<table><tr><td>" * 100 * n + "公开信息5条。",
    "links": lambda n: "<a href=1>甲</a>" * n + "公开5条。",
}
