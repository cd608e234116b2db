/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/* DemClaimHandle: a row of a list of claims: the index of one. Immutable. */
#define DEM_TYPE_CLAIM_HANDLE (dem_claim_handle_get_type ())
G_DECLARE_FINAL_TYPE (DemClaimHandle, dem_claim_handle, DEM, CLAIM_HANDLE, GObject)

DemClaimHandle *dem_claim_handle_new (guint32 claim);
guint32 dem_claim_handle_get_claim (DemClaimHandle *self);

G_END_DECLS
