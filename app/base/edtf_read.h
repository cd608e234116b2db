/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/base/edtf_date.h"

G_BEGIN_DECLS

typedef enum
{
  DEM_EDTF_END_IS_DATE,
  DEM_EDTF_END_IS_OPEN,
  DEM_EDTF_END_IS_UNKNOWN,
} DemEdtfEnd;

/**
 * DemEdtfSpan:
 * @text: where it begins; it ends at the end of the string, or at the comma or bracket that ends a member of
 * a set
 * @set: 0, DEM_EDTF_ONE_OF or DEM_EDTF_ALL_OF: the set it is a member of
 * @is_range: whether it has two ends, parted by a slash or, in a set, by two dots; else @end equals @start
 *
 * A date, an interval or a member of a set as it is written, private to the EDTF reader.
 */
typedef struct
{
  const char *text;
  DemEdtfFlags set;
  gboolean is_range;
  DemEdtfEnd start_kind;
  DemEdtfEnd end_kind;
  DemEdtfDate start;
  DemEdtfDate end;
} DemEdtfSpan;

typedef DemEdtfFault (*DemEdtfSpanFunc) (const DemEdtfSpan *span, gpointer data);

/* Whether the text is a set. */
static inline gboolean
dem_edtf_text_is_set (const char *text)
{
  return text[0] == '[' || text[0] == '{';
}

/**
 * dem_edtf_read:
 * @text: a whole date, or one member of a set
 * @member_of: 0, or the set whose member @text is, which then ends where the member does
 *
 * Calls @func for every member of a set, or once for any other text. Stops at the first fault, in the text or
 * returned by @func, and returns it.
 */
DemEdtfFault dem_edtf_read (const char *text, DemEdtfFlags member_of, DemEdtfSpanFunc func, gpointer data);

/* Reduces a span to four bounds. */
DemEdtfFault dem_edtf_from_span (const DemEdtfSpan *span, DemEdtf *edtf);

G_END_DECLS
