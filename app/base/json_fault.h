/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * DemJsonFault: what is wrong with a JSON text, said to somebody who wrote it by hand.
 * @code: stable short name
 * @message: marked for translation, not translated yet
 */
typedef struct
{
  const char *code;
  const char *message;
} DemJsonFault;

/* What the grammar wanted where something else was found. */
typedef enum
{
  DEM_JSON_PLACE_VALUE,
  DEM_JSON_PLACE_KEY,
  DEM_JSON_PLACE_COLON,
  DEM_JSON_PLACE_MEMBER_END,
  DEM_JSON_PLACE_ELEMENT_END,
  DEM_JSON_PLACE_END,
} DemJsonPlaceKind;

/* Explains the byte at @p, which may be @end. */
DemJsonFault dem_json_fault_explain (const char *p, const char *end, DemJsonPlaceKind kind);

DemJsonFault dem_json_fault_trailing_comma (void);
DemJsonFault dem_json_fault_unterminated_string (void);
DemJsonFault dem_json_fault_control (guint8 byte);
DemJsonFault dem_json_fault_number (const char *p, const char *end);

/* The text ended before its value did, or holds nothing at all. */
DemJsonFault dem_json_fault_end (gboolean is_empty);

G_END_DECLS
