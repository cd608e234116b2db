/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * DemCredenceToggles:
 *
 * ✓ ? ×: whether the reader accepts, doubts or rejects a claim. At most one is pressed; pressing it again
 * clears it.
 *
 * Signal: `judged` (double strength): what the reader wants the claim fixed at, NAN for nothing.
 *
 * CSS: node `credence`, class `dem-set` when one is pressed.
 */
#define DEM_TYPE_CREDENCE_TOGGLES (dem_credence_toggles_get_type ())
G_DECLARE_FINAL_TYPE (DemCredenceToggles, dem_credence_toggles, DEM, CREDENCE_TOGGLES, GtkWidget)

GtkWidget *dem_credence_toggles_new (void);

/* Shows what the reader has fixed; NAN for nothing. Strengths of other origin press none. */
void dem_credence_toggles_set (DemCredenceToggles *self, double strength);

G_END_DECLS
