#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""embed.py OUT FOLDER FILE...: the files as a table of C called after FOLDER, each with its path below
it (src/cli/embedded.h); meson.build calls it."""
import pathlib
import sys

out, folder, *files = map(pathlib.Path, sys.argv[1:])
text, rows = '', ''
for i, file in enumerate(files):
    data = file.read_bytes()
    text += f'static const unsigned char file_{i}[] = {{{",".join(map(str, data))},0}};\n'
    rows += f'    {{"{file.resolve().relative_to(folder.resolve()).as_posix()}", file_{i}, sizeof file_{i} - 1}},\n'
out.write_text(f"""/* Made by src/cli/embed.py. */
#include "embedded.h"

{text}
const struct embedded {folder.name}_files[] = {{
{rows}}};
const size_t {folder.name}_files_count = sizeof {folder.name}_files / sizeof {folder.name}_files[0];
""")
