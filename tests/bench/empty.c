/* SPDX-License-Identifier: MIT */
/* The floor under starting: nothing is done, with the libraries of tiendo loaded. The calls that
 * are never made keep the linker from leaving a library out. */
#include <expat.h>
#include <minizip/unzip.h>
#include <stddef.h>
#include <utf8proc.h>
#include <xlsxwriter.h>
#include <yaml.h>
#include <zlib.h>

int main(int argc, char *argv[]) {
    (void)argv;
    if (argc > 1000) {
        yaml_get_version_string();
        lxw_version();
        utf8proc_version();
        XML_ExpatVersion();
        zlibVersion();
        unzClose(NULL);
    }
    return 0;
}
