/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/base/json_fault.h"

G_BEGIN_DECLS

/**
 * DemJsonScan:
 * @p: where the scan stands; behind what was scanned on success, at the fault on failure
 * @end: of the text
 * @special: of a string: it holds escapes; of a number: it has a fraction or an exponent
 * @fault: why it failed
 */
typedef struct
{
  const char *p;
  const char *end;
  gboolean special;
  DemJsonFault fault;
} DemJsonScan;

/* From an opening quotation mark to behind the closing one: UTF-8, escapes, no control characters. */
gboolean dem_json_scan_string (DemJsonScan *scan);

/* A number as RFC 8259 writes it, which nothing follows that could belong to it. */
gboolean dem_json_scan_number (DemJsonScan *scan);

G_END_DECLS
