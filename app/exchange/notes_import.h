/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "app/base/problem.h"
#include "app/notebook/notebook.h"

G_BEGIN_DECLS

/**
 * DemNotesImport:
 * @notes: (element-type DemNote): what can be taken, no id twice
 * @problems: (element-type DemProblem): what is wrong with the file, with places
 * @n_unread: annotations that cannot be read, and what is none
 * @n_repeated: those whose id stands twice in the file; the one modified later is taken
 * @n_found: those that quote a passage which was found, to the letter
 * @n_doubtful: those whose passage was found by likeness, or in several places, and has to be confirmed
 * @n_orphans: those that are about nothing the dossier has
 * @n_new: those that the notebook did not have; this and the next two are known once it was applied
 * @n_newer: those that replaced an older one
 * @n_left: those that the notebook has as new, or newer
 *
 * Notes from a file of annotations, ready to be taken into a notebook, and what is to be said of it.
 */
typedef struct
{
  GPtrArray *notes;
  GPtrArray *problems;
  guint n_unread;
  guint n_repeated;
  guint n_found;
  guint n_doubtful;
  guint n_orphans;
  guint n_new;
  guint n_newer;
  guint n_left;
} DemNotesImport;

void dem_notes_import_free (DemNotesImport *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (DemNotesImport, dem_notes_import_free)

/**
 * dem_notes_import_read:
 * @dossier: what the notes are to be about
 *
 * Reads a single annotation, an AnnotationPage, an AnnotationCollection with its first page inside, or a list of
 * annotations (Web Annotation Data Model, W3C Recommendation of 23 February 2017), and looks in the dossier for what they
 * quote. May be called on any thread.
 *
 * Returns: (transfer full) (nullable): %NULL with an error of DEM_NOTEBOOK_ERROR, whose message is a sentence for a person, or
 * G_IO_ERROR_CANCELLED
 */
DemNotesImport *
dem_notes_import_read (GBytes *bytes, DemDossier *dossier, GCancellable *cancellable, GError **error);

/* Takes the notes into a notebook, as one step to undo. Once. Returns: how many were added or replaced */
guint dem_notes_import_apply (DemNotesImport *self, DemNotebook *notebook);

/* What was taken and what was not, in sentences, one a line, translated. (transfer full) */
char *dem_notes_import_dup_report (const DemNotesImport *self);

G_END_DECLS
