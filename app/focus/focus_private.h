/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/focus/focus.h"

G_BEGIN_DECLS

/* What focus.c and trials.c share. Trials are arrays of DemAssumption, one for each claim that is tried. */
GArray *dem_focus_peek_trials (DemFocus *self);

/* Makes one the same as another; FALSE when it was. */
gboolean dem_trials_copy (GArray *to, GArray *from);

/* Finds the claims again by id; what is gone is tried no longer. */
void dem_trials_remap (GArray *trials, DemDossier *from, DemDossier *to);

G_END_DECLS
