/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "app/focus/focus.h"

G_BEGIN_DECLS

/* What stands in a row: a claim, and the step by which it bears on another where it stands as a reason, else
 * DEM_NO_INDEX. */
typedef struct
{
  guint32 claim;
  guint32 inference;
} DemRowRef;

/* What stands at a position that is in range. */
typedef DemRowRef (*DemRowRefs) (GListModel *model, guint position);

/**
 * DemClaimsSelection:
 *
 * The focus's selection as the selection of a list of claims, in the table as in the outline: a row is
 * selected when its claim or its step is. Selecting rows selects their claims, by a verb on the focus;
 * nothing is kept here. What else is selected beside claims stays so until the selection is another.
 */
#define DEM_TYPE_CLAIMS_SELECTION (dem_claims_selection_get_type ())
G_DECLARE_FINAL_TYPE (DemClaimsSelection, dem_claims_selection, DEM, CLAIMS_SELECTION, GObject)

DemClaimsSelection *dem_claims_selection_new (GListModel *model, DemRowRefs refs);

void dem_claims_selection_set_focus (DemClaimsSelection *self, DemFocus *focus);

/* While held, selecting does nothing: keys that move through the list shall not select on their way. */
void dem_claims_selection_set_held (DemClaimsSelection *self, gboolean held);

/* Whether a change of the focus that is being told comes from the list itself. */
gboolean dem_claims_selection_is_selecting (DemClaimsSelection *self);

/* The focus's selection has changed. */
void dem_claims_selection_refresh (DemClaimsSelection *self);

/* The claim in a row; the position must be in range. */
guint32 dem_claims_selection_get_claim (DemClaimsSelection *self, guint position);

G_END_DECLS
