/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "app/exchange/notes_export.h"

G_BEGIN_DECLS

/* Which notes leave. */
typedef enum
{
  DEM_NOTES_SCOPE_ALL,
  DEM_NOTES_SCOPE_LISTED,
  DEM_NOTES_SCOPE_CHOSEN,
  DEM_N_NOTES_SCOPES,
} DemNotesScope;

/**
 * DemNotesExportDialog:
 *
 * Asks what of the notes is to leave, and as what: all, those listed or those chosen; annotations or a report, and in which
 * order; private ones and the names of authors only when ticked. Says how many that will be. Response: "export".
 */
#define DEM_TYPE_NOTES_EXPORT_DIALOG (dem_notes_export_dialog_get_type ())
G_DECLARE_FINAL_TYPE (DemNotesExportDialog, dem_notes_export_dialog, DEM, NOTES_EXPORT_DIALOG, AdwMessageDialog)

/* @notes: lists of DemNote, NULL for what is not offered; all of them always are */
GtkWidget *dem_notes_export_dialog_new (GtkWindow *parent, GListModel *notes[DEM_N_NOTES_SCOPES]);

/* The file that suits: "notes.json" or "notes.md". */
const char *dem_notes_export_dialog_get_name (DemNotesExportDialog *self);

/* How many notes leave. */
guint dem_notes_export_dialog_count (DemNotesExportDialog *self);

/* What is to stand in the file. (transfer full) */
char *dem_notes_export_dialog_dup_text (DemNotesExportDialog *self, DemDossier *dossier);

G_END_DECLS
