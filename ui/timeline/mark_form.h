/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/base/edtf.h"

G_BEGIN_DECLS

typedef enum
{
  DEM_MARK_DOT,      /* a day */
  DEM_MARK_BAR,      /* a longer time */
  DEM_MARK_OUTLINE,  /* uncertain */
  DEM_MARK_BRACKETS, /* some time in */
  DEM_MARK_SET,      /* on each of several dates */
} DemMarkBody;

typedef enum
{
  DEM_END_SHARP,
  DEM_END_FADE,    /* approximate */
  DEM_END_OPEN,    /* goes on */
  DEM_END_UNKNOWN, /* ended, nobody knows when */
} DemMarkEnd;

/**
 * DemMarkForm:
 * @body: DemMarkBody
 * @start, @end: DemMarkEnd
 * @future: begins after today: hollow and dashed
 * @conditional: exists in a scenario only: in the scenario's colour
 *
 * How an EDTF date looks: what is uncertain looks uncertain.
 */
typedef struct
{
  guint8 body;
  guint8 start;
  guint8 end;
  guint8 future : 1;
  guint8 conditional : 1;
} DemMarkForm;

DemMarkForm dem_mark_form (const DemEdtf *edtf, DemDay today, gboolean conditional);

/**
 * dem_mark_days:
 * @start, @end: (out): the widest time it may cover, in which an end that is not known is as near as can be; open ends are
 *   before or after all days
 *
 * FALSE when it is undated, or its date says nothing that could be drawn.
 */
gboolean dem_mark_days (const DemEdtf *edtf, DemDay *start, DemDay *end);

G_END_DECLS
