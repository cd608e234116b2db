/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/dossier/items.h"

G_BEGIN_DECLS

/**
 * DemShot: what a stop shows, by ids, so that it outlives a dossier's being read again.
 * @select: (nullable): ids, NULL-terminated
 * @window: (nullable): a period as EDTF
 * @fit: (nullable): ids that the camera has in its picture
 * @latitude: the camera's, like longitude and zoom; NAN where it is not set
 */
typedef struct
{
  DemStageKind stage;
  char **select;
  char *window;
  char *scenario;
  char *perspective;
  char **fit;
  double latitude, longitude, zoom;
} DemShot;

/* Nothing but a stage. A shot is changed only while it has one owner. (transfer full) */
DemShot *dem_shot_new (DemStageKind stage);
DemShot *dem_shot_ref (DemShot *self);
void dem_shot_unref (DemShot *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (DemShot, dem_shot_unref)
gboolean dem_shot_equal (const DemShot *a, const DemShot *b); /* either may be NULL */

/**
 * DemStroke: what was drawn over a slide in one go.
 * @width: as a share of the slide's width
 * @points: @n_points times x and y, as shares of the slide's width and height
 */
typedef struct
{
  double width;
  guint n_points;
  double *points;
} DemStroke;

/* The points are copied. (transfer full) */
DemStroke *dem_stroke_new (double width, const double *points, guint n_points);
void dem_stroke_free (DemStroke *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (DemStroke, dem_stroke_free)

typedef enum
{
  DEM_STOP_KICKER,
  DEM_STOP_HEADLINE,
  DEM_STOP_TEXT,
  DEM_STOP_NOTES, /* light Markdown, for the speaker */
  DEM_N_STOP_TEXTS,
} DemStopText;

/* What it is called in files: "headline". */
const char *dem_stop_text_get_name (DemStopText which);

/**
 * DemOwnStop: what a reader says of a stop, one of the dossier's or one of their own.
 * @id: the dossier's, or a new one
 * @is_hidden: not presented
 * @texts: each NULL where the dossier's holds, "" where there is to be none
 * @minutes: NAN where the dossier's hold
 * @shot: (nullable): what it shows; %NULL where the dossier's holds
 * @strokes: (nullable) (element-type DemStroke): drawn over it
 * @others: (nullable): members of the file that are not known here
 *
 * Reference counted, and never changed once it is shared.
 */
typedef struct
{
  char *id;
  gboolean is_hidden;
  char *texts[DEM_N_STOP_TEXTS];
  double minutes;
  DemShot *shot;
  GPtrArray *strokes;
  char *others;
} DemOwnStop;

/* One that says nothing, to be filled. (transfer full) */
DemOwnStop *dem_own_stop_new (const char *id);

/* A copy to be changed. (transfer full) */
DemOwnStop *dem_own_stop_copy (const DemOwnStop *self);
DemOwnStop *dem_own_stop_ref (DemOwnStop *self);
void dem_own_stop_unref (DemOwnStop *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (DemOwnStop, dem_own_stop_unref)

gboolean dem_own_stop_equal (const DemOwnStop *a, const DemOwnStop *b); /* either may be NULL */

/* It says nothing but its id. */
gboolean dem_own_stop_is_empty (const DemOwnStop *self);

/* Setters for one that is not shared yet. @text: (nullable) */
void dem_own_stop_set_text (DemOwnStop *self, DemStopText which, const char *text);
void dem_own_stop_set_shot (DemOwnStop *self, DemShot *shot);
void dem_own_stop_add_stroke (DemOwnStop *self, const DemStroke *stroke);

G_END_DECLS
