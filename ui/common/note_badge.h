/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ui/common/note_marks.h"

G_BEGIN_DECLS

/**
 * DemNoteBadge:
 *
 * The mark of notes in a row or on a page: seen while there are notes, whoever adds or takes away some. Activating it lists
 * them (`win.show-notes`).
 *
 * Accessibility: a button, labelled with how many there are.
 */
#define DEM_TYPE_NOTE_BADGE (dem_note_badge_get_type ())
G_DECLARE_FINAL_TYPE (DemNoteBadge, dem_note_badge, DEM, NOTE_BADGE, GtkWidget)

GtkWidget *dem_note_badge_new (void);

/* Of what it shows the notes. @notebook and @dossier are nullable, @ref may be DEM_REF_NONE: then it is not seen. */
void dem_note_badge_set (DemNoteBadge *self, DemNotebook *notebook, DemDossier *dossier, DemRef ref);

/* What it shows at the moment; n is 0 without notes. */
DemNoteMark dem_note_badge_get (DemNoteBadge *self);

G_END_DECLS
