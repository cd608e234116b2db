/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/base/json_tape.h"
#include "app/base/problem.h"

G_BEGIN_DECLS

#define DEM_JSON_MAX_DEPTH 64
#define DEM_JSON_MAX_SIZE (G_GUINT64_CONSTANT (2) * 1024 * 1024 * 1024 - 1)

/**
 * DemJsonTick: called about once a megabyte with the bytes seen so far; returns FALSE to stop.
 */
typedef gboolean (*DemJsonTick) (gsize done, gpointer data);

/**
 * DemJsonNote: a number that is good JSON but that a double cannot hold.
 * @code: "number-out-of-range" (beyond all doubles) or "imprecise-number" (an integer beyond 2^53)
 * @token: the number
 */
typedef struct
{
  const char *code;
  guint token;
} DemJsonNote;

/**
 * dem_json_guard:
 * @text: need not be terminated; a byte order mark is skipped
 * @tick: (nullable)
 * @notes: (nullable): array of DemJsonNote, appended to
 * @problem: (out) (optional) (transfer full): the first fault, with its place; %NULL when @tick stopped it
 *
 * One strict pass over a JSON text: grammar of RFC 8259, well-formed UTF-8 (RFC 3629), surrogates in pairs,
 * no U+0000, nothing after the value, no name twice in an object, depth up to 64. Uses neither recursion nor
 * memory beyond the tape.
 *
 * Returns: (transfer full) (nullable): the tape, which points into @text
 */
DemJsonTape *dem_json_guard (
    const char *text, gsize size, DemJsonTick tick, gpointer data, GArray *notes, DemProblem **problem);

G_END_DECLS
