/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/focus/focus.h"
#include "app/notebook/own_stop.h"

G_BEGIN_DECLS

/**
 * DemStopView: what a stop shows, resolved in its dossier.
 * @period: what is asked for; the dossier's whole span when nothing is
 * @latitude: the camera's, like longitude and zoom; NAN where it is not set
 * @fit: what the camera has in its picture
 */
typedef struct
{
  DemStageKind stage;
  const DemRef *select;
  guint n_select;
  DemPeriod period;
  gboolean has_period;
  guint32 scenario;    /* or DEM_NO_INDEX */
  guint32 perspective; /* an actor, or DEM_NO_INDEX */
  double latitude, longitude, zoom;
  const DemRef *fit;
  guint n_fit;
} DemStopView;

/**
 * DemTalkStop:
 *
 * A stop of a briefing as it is presented: what the dossier says of it with what the reader says instead. Immutable;
 * another object as soon as anything of it is another.
 */
#define DEM_TYPE_TALK_STOP (dem_talk_stop_get_type ())
G_DECLARE_FINAL_TYPE (DemTalkStop, dem_talk_stop, DEM, TALK_STOP, GObject)

/* One of them may be missing. @index: of the dossier's stop, or DEM_NO_INDEX */
DemTalkStop *dem_talk_stop_new (DemDossier *dossier, guint32 index, DemOwnStop *own);

/* Says the same in the same dossier. */
gboolean dem_talk_stop_equal (DemTalkStop *a, DemTalkStop *b);

DemDossier *dem_talk_stop_get_dossier (DemTalkStop *self); /* (transfer none) */
const char *dem_talk_stop_get_id (DemTalkStop *self);

/* The dossier's stop, DEM_REF_NONE for one of the reader's own. */
DemRef dem_talk_stop_get_ref (DemTalkStop *self);

/* (nullable): never empty */
const char *dem_talk_stop_get_text (DemTalkStop *self, DemStopText which);

/* What to call it in a list: kicker, else headline; never NULL. */
const char *dem_talk_stop_get_name (DemTalkStop *self);

/* How long it is to take; NAN when nobody has said. */
double dem_talk_stop_get_minutes (DemTalkStop *self);

gboolean dem_talk_stop_is_hidden (DemTalkStop *self);

/* The reader has changed the dossier's. */
gboolean dem_talk_stop_is_changed (DemTalkStop *self);

/* (transfer none): the stop's */
const DemStopView *dem_talk_stop_get_view (DemTalkStop *self);

/* What was drawn over it: (nullable) (element-type DemStroke) (transfer none). */
GPtrArray *dem_talk_stop_get_strokes (DemTalkStop *self);

/* Where it comes from, in the words of a footer: "Bandow 2020, ¶7"; NULL when nothing is cited. (transfer full) */
char *dem_talk_stop_dup_source (DemTalkStop *self);

/* What it asks for and the dossier does not have, as a sentence for the speaker; NULL when nothing is missing. (transfer full) */
char *dem_talk_stop_dup_missing (DemTalkStop *self);

/* Looks at what the stop shows, and at nothing else. @focus: with the stop's dossier */
void dem_talk_stop_apply (DemTalkStop *self, DemFocus *focus);

/* What is looked at, as a shot to be kept. The camera is not the focus's. (transfer full) */
DemShot *dem_shot_new_from_focus (DemFocus *focus, DemStageKind stage);

G_END_DECLS
