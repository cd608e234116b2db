/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "app/notebook/note_sort.h"

G_BEGIN_DECLS

/* DemNotesExportFlags: what leaves only when it is asked for. */
typedef enum
{
  DEM_NOTES_EXPORT_NOTHING_ELSE = 0,
  DEM_NOTES_EXPORT_PRIVATE = 1 << 0, /* notes that are private */
  DEM_NOTES_EXPORT_AUTHORS = 1 << 1, /* the names of those who wrote them */
} DemNotesExportFlags;

/**
 * dem_notes_to_json:
 * @notes: a list of DemNote: all of a notebook, what a list shows, or some that were chosen
 *
 * Notes as an AnnotationPage of the Web Annotation Data Model, for other programs and other readers; without what else the
 * notebook holds. (transfer full)
 */
char *dem_notes_to_json (GListModel *notes, DemDossier *dossier, DemNotesExportFlags flags);

/**
 * dem_notes_to_markdown:
 * @order: what the report is ordered by
 *
 * The same notes as a report in Markdown (CommonMark): a heading for each thing that notes are on, in the order wanted, the
 * argument's being that of the outline; at the end those whose target the dossier does not have. What stands in a note keeps
 * its markup, but for headings and HTML. (transfer full)
 */
char *dem_notes_to_markdown (GListModel *notes,
                             DemDossier *dossier,
                             DemNoteOrder order,
                             DemNotesExportFlags flags);

/* The claims of a dossier in the order of the argument, for dem_notebook_list_set_claim_order(). @n: (out). (transfer full) */
guint32 *dem_notes_list_claims (DemDossier *dossier, guint *n);

G_END_DECLS
