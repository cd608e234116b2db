/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/dossier/dossier.h"

G_BEGIN_DECLS

/**
 * DemFocus:
 *
 * The one truth of what is looked at. Views observe it (signal `changed`) and call its verbs; they hold no truth of
 * their own. Its value can be copied to another focus as a whole.
 *
 * The *view* is the part of time that the timeline shows; the *period* is the window of time that every view filters by.
 * They are one until the reader sets a period inside the view (unlinked), and again when the period is cleared.
 *
 * Signal: `changed` (DemFocusChange what), once for each verb that changed something.
 */
#define DEM_TYPE_FOCUS (dem_focus_get_type ())
G_DECLARE_FINAL_TYPE (DemFocus, dem_focus, DEM, FOCUS, GObject)

typedef enum
{
  DEM_FOCUS_DOSSIER = 1 << 0,
  DEM_FOCUS_SELECTION = 1 << 1,
  DEM_FOCUS_HISTORY = 1 << 2, /* whether one can go back or forward */
  DEM_FOCUS_PERIOD = 1 << 3,
  DEM_FOCUS_VIEW = 1 << 4,
  DEM_FOCUS_SCENARIO = 1 << 5,
  DEM_FOCUS_PERSPECTIVE = 1 << 6,
  DEM_FOCUS_QUERY = 1 << 7,
  DEM_FOCUS_VIEWPOINT = 1 << 8,
  DEM_FOCUS_NOTE = 1 << 9,
  DEM_FOCUS_TRIALS = 1 << 10,
  DEM_FOCUS_ALL = (1 << 11) - 1,
} DemFocusChange;

DemFocus *dem_focus_new (void);

/* Makes this focus the same as another, silently where nothing differs. */
void dem_focus_copy_from (DemFocus *self, DemFocus *other);

/* (transfer none) (nullable) */
DemDossier *dem_focus_get_dossier (DemFocus *self);

/* Shows another dossier (or none): everything is cleared, the view and period are its whole span. */
void dem_focus_open (DemFocus *self, DemDossier *dossier);

/* The same dossier, read again: selection, history, scenario and perspective are carried over by id; period stays. */
void dem_focus_swap (DemFocus *self, DemDossier *dossier);

/* The selection, in the order chosen; NULL when n is 0. */
const DemRef *dem_focus_get_selection (DemFocus *self, guint *n);
gboolean dem_focus_is_selected (DemFocus *self, DemRef ref);

void dem_focus_select (DemFocus *self, DemRef ref); /* this alone; DEM_REF_NONE clears */
void dem_focus_toggle (DemFocus *self, DemRef ref); /* adds or removes */
void dem_focus_select_all (DemFocus *self, const DemRef *refs, guint n);
void dem_focus_clear_selection (DemFocus *self);

/* The note through which one came to what is selected, by its id, or NULL. Showing a note selects what it is about, which
 * may be nothing that can be selected; selecting anything else leaves the note. */
const char *dem_focus_get_note (DemFocus *self);
void dem_focus_show_note (DemFocus *self, const char *note, const DemRef *refs, guint n);

gboolean dem_focus_can_go_back (DemFocus *self);
gboolean dem_focus_can_go_forward (DemFocus *self);
void dem_focus_go_back (DemFocus *self);
void dem_focus_go_forward (DemFocus *self);

DemPeriod dem_focus_get_view (DemFocus *self);
DemPeriod dem_focus_get_period (DemFocus *self);
gboolean dem_focus_period_is_whole (DemFocus *self);
gboolean dem_focus_period_is_linked (DemFocus *self); /* follows the view */
void dem_focus_set_view (DemFocus *self, DemPeriod view);
void dem_focus_set_period (DemFocus *self, DemPeriod period); /* unlinks it from the view */
void dem_focus_clear_period (DemFocus *self);                 /* unlinked: the view again; linked: the whole span */

/* Index of a scenario or an actor, or DEM_NO_INDEX. */
guint32 dem_focus_get_scenario (DemFocus *self);
void dem_focus_set_scenario (DemFocus *self, guint32 scenario);
guint32 dem_focus_get_perspective (DemFocus *self);
void dem_focus_set_perspective (DemFocus *self, guint32 actor);

/* Whose claims stand out from all others: index of an actor, or DEM_NO_INDEX for everybody's. */
guint32 dem_focus_get_viewpoint (DemFocus *self);
void dem_focus_set_viewpoint (DemFocus *self, guint32 actor);

/* Claims whose strength is tried out here, and nowhere else: what a speaker does in private. They go over the scenario and
 * the notebook. @strength: 0 to 1, NAN to try no longer. The array is the focus's; NULL when @n is 0. */
const DemAssumption *dem_focus_get_trials (DemFocus *self, guint *n);
void dem_focus_try (DemFocus *self, guint32 claim, double strength);
void dem_focus_clear_trials (DemFocus *self);

/* What is searched for: NULL or a non-empty string. */
const char *dem_focus_get_query (DemFocus *self);
void dem_focus_set_query (DemFocus *self, const char *query);

/* Clears the last chip: scenario, period, viewpoint, perspective, then the last of the selection. FALSE when there was none. */
gboolean dem_focus_clear_last (DemFocus *self);
gboolean dem_focus_can_clear_last (DemFocus *self);

/* The day that maps show: the period's last, but no later than today when the period reaches beyond it. Finite. */
DemDay dem_focus_get_moment (DemFocus *self);

G_END_DECLS
