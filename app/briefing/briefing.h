/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/briefing/talk_stop.h"
#include "app/notebook/notebook_stops.h"

G_BEGIN_DECLS

/**
 * DemBriefing:
 *
 * The stops of a briefing in the order in which they are presented: a list of #DemTalkStop that follows the notebook. What
 * does not change stays the same object. Its verbs change the notebook, each one step to undo; positions count in this list.
 */
#define DEM_TYPE_BRIEFING (dem_briefing_get_type ())
G_DECLARE_FINAL_TYPE (DemBriefing, dem_briefing, DEM, BRIEFING, GObject)

/* @with_hidden: those that are not presented as well, for who makes a briefing */
DemBriefing *dem_briefing_new (DemDossier *dossier, DemNotebook *notebook, gboolean with_hidden);

/* The same dossier, read again. */
void dem_briefing_set_dossier (DemBriefing *self, DemDossier *dossier);
DemDossier *dem_briefing_get_dossier (DemBriefing *self);   /* (transfer none) */
DemNotebook *dem_briefing_get_notebook (DemBriefing *self); /* (transfer none) */

guint dem_briefing_count (DemBriefing *self);

/* (nullable) (transfer none): NULL beyond the end */
DemTalkStop *dem_briefing_get (DemBriefing *self, guint position);

/* The position of a stop, or DEM_NO_INDEX. */
guint dem_briefing_find (DemBriefing *self, const char *id);

/* What it is called: the dossier's title when the briefing has none. */
const char *dem_briefing_get_title (DemBriefing *self);

/* How long all of it is planned to take, in minutes. */
double dem_briefing_get_minutes (DemBriefing *self);

/* ---- Verbs ---- */

/* A stop of one's own before what is at a position, or at the end. @headline: not NULL. Returns: its id (transfer full) */
char *dem_briefing_add (DemBriefing *self, guint position, DemShot *shot, const char *headline);

/* (nullable) text; NULL gives the dossier's own back. Typing is one step. */
void dem_briefing_set_text (DemBriefing *self, const char *id, DemStopText which, const char *text);

/* NAN gives the dossier's own back. */
void dem_briefing_set_minutes (DemBriefing *self, const char *id, double minutes);

/* What it shows; (nullable): NULL gives the dossier's own back. */
void dem_briefing_set_shot (DemBriefing *self, const char *id, DemShot *shot);

void dem_briefing_move (DemBriefing *self, guint from, guint to);

/* Right after it. Returns: the id of the copy (transfer full) */
char *dem_briefing_duplicate (DemBriefing *self, const char *id);

/* Hides a stop from the audience, or shows it again. */
void dem_briefing_set_hidden (DemBriefing *self, const char *id, gboolean hidden);

/* Takes away a stop of one's own; hides one of the dossier's. */
void dem_briefing_delete (DemBriefing *self, const char *id);

/* The dossier's own again: all that was changed of a stop, or of all stops with their order; own ones go with it. */
void dem_briefing_restore (DemBriefing *self, const char *id);
void dem_briefing_restore_all (DemBriefing *self);

/* What is drawn over a stop. Erasing takes strokes away that come within @radius (a share of the slide's width) of a point;
 * @aspect is the slide's width by its height. */
void dem_briefing_draw (DemBriefing *self, const char *id, const DemStroke *stroke);
gboolean dem_briefing_erase (DemBriefing *self, const char *id, double x, double y, double radius, double aspect);

/* Takes what a rehearsal took as the plan. @seconds: for each position, NAN for stops that were left out */
void dem_briefing_adopt_timings (DemBriefing *self, const double *seconds, guint n);

G_END_DECLS
