/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ui/common/standings.h"
#include "ui/details/details.h"

G_BEGIN_DECLS

/**
 * DemChangeRow:
 *
 * A row of a boxed list that shows how somebody's standing with another changed, when, and as links the events that
 * changed it. Activating the row is the list's matter.
 */
#define DEM_TYPE_CHANGE_ROW (dem_change_row_get_type ())
G_DECLARE_FINAL_TYPE (DemChangeRow, dem_change_row, DEM, CHANGE_ROW, GtkListBoxRow)

GtkWidget *dem_change_row_new (const DemDetails *details, const DemStandingChange *change);

/* The pair whose change it is, as an index. */
guint32 dem_change_row_get_pair (DemChangeRow *self);

G_END_DECLS
