/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "ui/timeline/index.h"

G_BEGIN_DECLS

/**
 * DemEventRow: an event, or a heading over some (without a ref).
 */
#define DEM_TYPE_EVENT_ROW (dem_event_row_get_type ())
G_DECLARE_FINAL_TYPE (DemEventRow, dem_event_row, DEM, EVENT_ROW, GObject)

DemRef dem_event_row_get_ref (DemEventRow *self);

/* A heading's words, NULL for an event. */
const char *dem_event_row_get_heading (DemEventRow *self);

/**
 * DemEventRows:
 *
 * The rows of a list of events in a period: a GListModel that makes a row only when it is seen, for there may be a million.
 */
#define DEM_TYPE_EVENT_ROWS (dem_event_rows_get_type ())
G_DECLARE_FINAL_TYPE (DemEventRows, dem_event_rows, DEM, EVENT_ROWS, GObject)

DemEventRows *dem_event_rows_new (DemTimelineIndex *index, DemPeriod period);

/* An event, or DEM_REF_NONE for a heading. */
DemRef dem_event_rows_get_ref (DemEventRows *self, guint i);

G_END_DECLS
