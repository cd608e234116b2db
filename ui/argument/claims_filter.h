/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "app/argument/claim_table.h"

G_BEGIN_DECLS

/**
 * DemClaimsFilter:
 *
 * The bar above the table of claims: a search entry, and a list to choose from for kind, who, basis and side. Wraps where it
 * is narrow.
 *
 * Signal: `changed`, when the filter is another.
 */
#define DEM_TYPE_CLAIMS_FILTER (dem_claims_filter_get_type ())
G_DECLARE_FINAL_TYPE (DemClaimsFilter, dem_claims_filter, DEM, CLAIMS_FILTER, GtkWidget)

GtkWidget *dem_claims_filter_new (void);

/* Offers the kinds and people that a dossier has, and clears the filter. (nullable) */
void dem_claims_filter_set_dossier (DemClaimsFilter *self, DemDossier *dossier);

/* Valid until the next change. */
const DemClaimFilter *dem_claims_filter_get (DemClaimsFilter *self);
void dem_claims_filter_clear (DemClaimsFilter *self);

/* Puts a widget at the bar's end. */
void dem_claims_filter_append (DemClaimsFilter *self, GtkWidget *widget);

G_END_DECLS
