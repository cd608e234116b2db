/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

/* What a fuzzer of this folder consists of: one file fuzz_NAME.c that defines the two symbols below, and its
 * NAME in meson.build. It is then built
 *
 *  - always, with driver.c, as a plain program that is one of the tests: it runs the seeds and some thousands
 * of mutations of them, the same ones every time;
 *  - with -Dfuzzers=true and clang, as a libFuzzer program of the same name with "-libfuzzer" after it. */

/**
 * LLVMFuzzerTestOneInput:
 * @data: (nullable): @size bytes, not followed by a NUL; %NULL when there are none
 *
 * Feeds the bytes to what is fuzzed and aborts (g_error(), g_assert()) when an invariant does not hold.
 * Returns 0.
 */
int LLVMFuzzerTestOneInput (const guint8 *data, gsize size);

/* Good inputs to begin with, as strings; %NULL ends the list. Files can be given to the program besides. */
extern const char *const dem_fuzz_seeds[];
