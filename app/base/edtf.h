/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/base/day.h"

G_BEGIN_DECLS

/**
 * DemAnswer:
 *
 * What can be said of a comparison of uncertain dates: for every reading of both dates (YES), for none (NO), for some
 * (MAYBE), or nothing because a bound is not known (UNKNOWN).
 */
typedef enum
{
  DEM_ANSWER_NO,
  DEM_ANSWER_MAYBE,
  DEM_ANSWER_UNKNOWN,
  DEM_ANSWER_YES,
} DemAnswer;

typedef enum
{
  DEM_PRECISION_DAY,
  DEM_PRECISION_MONTH,
  DEM_PRECISION_SEASON, /* also quarters, semesters and the other sub-year divisions 21–41 */
  DEM_PRECISION_YEAR,
  DEM_PRECISION_DECADE,
  DEM_PRECISION_CENTURY,
  DEM_PRECISION_MILLENNIUM, /* and anything coarser */
} DemPrecision;

typedef enum
{
  DEM_EDTF_INTERVAL = 1 << 0,          /* written with a slash */
  DEM_EDTF_START_APPROXIMATE = 1 << 1, /* ~ or % */
  DEM_EDTF_START_UNCERTAIN = 1 << 2,   /* ? or % */
  DEM_EDTF_START_OPEN = 1 << 3,        /* ../ */
  DEM_EDTF_START_UNKNOWN = 1 << 4,     /* nothing before the slash */
  DEM_EDTF_START_UNSPECIFIED = 1 << 5, /* X digits: "some day in" */
  DEM_EDTF_END_APPROXIMATE = 1 << 6,
  DEM_EDTF_END_UNCERTAIN = 1 << 7,
  DEM_EDTF_END_OPEN = 1 << 8,
  DEM_EDTF_END_UNKNOWN = 1 << 9,
  DEM_EDTF_END_UNSPECIFIED = 1 << 10,
  DEM_EDTF_ONE_OF = 1 << 11, /* [ … ]: one of the members */
  DEM_EDTF_ALL_OF = 1 << 12, /* { … }: all of the members */
} DemEdtfFlags;

/**
 * DemEdtf:
 * @text: the date as written, owned by whoever owns the struct's memory (the dossier's arena); %NULL when undated
 * @flags: how the date was written
 * @start_min: the first day on which it may begin
 * @start_max: the last day on which it may begin
 * @end_min: the first day that may be its last
 * @end_max: the last day that may be its last
 * @precision: of the coarser end
 *
 * A date or interval of the Extended Date/Time Format (ISO 8601-2:2019, level 1 in full and of level 2 what
 * data-model says), reduced to four bounds in days, all inclusive. A date that is not an interval ("2018") is *one
 * occurrence of unknown length within* its year: it begins and ends some time from start_min to end_max. An open end is
 * DEM_DAY_AFTER_ALL (or _BEFORE_ALL), an unknown end is DEM_DAY_UNKNOWN in both of its bounds. An undated item has
 * %NULL @text and all four bounds DEM_DAY_UNKNOWN. Approximate ends already include the widening by one unit.
 */
typedef struct
{
  const char *text;
  guint32 flags;
  guint32 precision;
  DemDay start_min;
  DemDay start_max;
  DemDay end_min;
  DemDay end_max;
} DemEdtf;

/**
 * DemPeriod:
 * @first: first day, DEM_DAY_BEFORE_ALL when open
 * @last: last day, inclusive, DEM_DAY_AFTER_ALL when open
 *
 * A certain span of days, as a reader chooses it.
 */
typedef struct
{
  DemDay first;
  DemDay last;
} DemPeriod;

#define DEM_PERIOD_ALL ((DemPeriod){ DEM_DAY_BEFORE_ALL, DEM_DAY_AFTER_ALL })
#define DEM_EDTF_UNDATED ((DemEdtf){ NULL, 0, 0, DEM_DAY_UNKNOWN, DEM_DAY_UNKNOWN, DEM_DAY_UNKNOWN, DEM_DAY_UNKNOWN })

typedef enum
{
  DEM_EDTF_ERROR_SYNTAX, /* not EDTF, or a level that is not read */
  DEM_EDTF_ERROR_RANGE,  /* month 13, 30 February, a year beyond DEM_YEAR_LIMIT */
  DEM_EDTF_ERROR_ORDER,  /* an interval that ends before it begins */
} DemEdtfError;

#define DEM_EDTF_ERROR (dem_edtf_error_quark ())
GQuark dem_edtf_error_quark (void);

/**
 * dem_edtf_parse:
 * @text: NUL-terminated
 * @edtf: (out): filled on success, its text pointing to @text itself; untouched on failure
 *
 * Thread-safe, allocates nothing on success. The error's sentence names the fault and the remedy.
 */
gboolean dem_edtf_parse (const char *text, DemEdtf *edtf, GError **error);

/**
 * DemEdtfMemberFunc: called by dem_edtf_foreach_member() for each member of a set, in order; ranges inside a set
 * ("2017-05..2017-08") are one member with both ends. A member bears the flag of its set; its text begins where the
 * member does and goes on to the end of the set, so it is for dem_edtf_format(), not for showing. A date that is no set
 * is its own only member, an undated item has none.
 */
typedef void (*DemEdtfMemberFunc) (const DemEdtf *member, gpointer data);
void dem_edtf_foreach_member (const DemEdtf *edtf, DemEdtfMemberFunc func, gpointer data);

static inline gboolean
dem_edtf_is_dated (const DemEdtf *edtf)
{
  return edtf->text != NULL;
}

/* Four-valued comparisons. Undated and unknown ends answer UNKNOWN where they decide. "?" and "%" turn a YES that hangs on
 * the end they stand at into MAYBE: "1956?" overlaps 1956 maybe, but all time surely. Digits X before known ones
 * (15XX-12-25) are taken as the whole span from the first to the last day they allow. */
DemAnswer dem_edtf_overlaps (const DemEdtf *edtf, DemPeriod period);
DemAnswer dem_edtf_within (const DemEdtf *edtf, DemPeriod period);
DemAnswer dem_edtf_alive_on (const DemEdtf *edtf, DemDay day);
DemAnswer dem_edtf_before (const DemEdtf *a, const DemEdtf *b); /* a ends before b begins */
DemAnswer dem_edtf_overlap (const DemEdtf *a, const DemEdtf *b);
DemAnswer dem_edtf_during (const DemEdtf *a, const DemEdtf *b); /* no day of a is outside b */

/**
 * dem_edtf_extent:
 *
 * The widest span it may cover, open and unknown ends as ±∞. FALSE when undated.
 */
gboolean dem_edtf_extent (const DemEdtf *edtf, DemPeriod *extent);

/**
 * dem_edtf_compare:
 *
 * A total order for lists: by start_min, then end_max, undated last.
 */
int dem_edtf_compare (const DemEdtf *a, const DemEdtf *b);

/**
 * dem_edtf_format:
 *
 * Short words in the user's language: "19 Nov 2020", "Mar 2018 –", "about 1956 – 1965", "some day in 2017",
 * "unknown". Returns: (transfer full)
 */
char *dem_edtf_format (const DemEdtf *edtf);

/* The same for the ear: "25 to 28 March 2018", "from about 1950 on". Returns: (transfer full) */
char *dem_edtf_speak (const DemEdtf *edtf);

/* Short words for a certain day and a period ("2012 – 2021", "whole period"). (transfer full) */
char *dem_day_format (DemDay day);
char *dem_period_format (DemPeriod period);

G_END_DECLS
