/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "app/focus/focus.h"
#include "ui/timeline/index.h"

G_BEGIN_DECLS

/**
 * DemEventList:
 *
 * What the count of events counts, as a list: those in the period, those that may be, and those without a date, each under
 * a heading. A row selects its event.
 *
 * Signal: `activated`, after a row selected.
 */
#define DEM_TYPE_EVENT_LIST (dem_event_list_get_type ())
G_DECLARE_FINAL_TYPE (DemEventList, dem_event_list, DEM, EVENT_LIST, GtkWidget)

/* Of the focus's period. The index is of its dossier and scenario. */
GtkWidget *dem_event_list_new (DemFocus *focus, DemTimelineIndex *index);

/* The rows, headings included, for tests: how many, and the event of one, DEM_REF_NONE for a heading. */
guint dem_event_list_get_n_rows (DemEventList *self);
DemRef dem_event_list_get_row (DemEventList *self, guint i);
void dem_event_list_activate (DemEventList *self, guint i);

G_END_DECLS
