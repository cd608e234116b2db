/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/exchange/notes_import.h"

G_BEGIN_DECLS

/* The most that is read of a file of annotations, in bytes. */
#define DEM_NOTES_FILE_MOST (256 * 1024 * 1024)

/**
 * dem_notes_import_file_async:
 *
 * Reads a file of annotations on a worker, see dem_notes_import_read().
 */
void dem_notes_import_file_async (GFile *file,
                                  DemDossier *dossier,
                                  GCancellable *cancellable,
                                  GAsyncReadyCallback callback,
                                  gpointer data);

/* (transfer full) (nullable): NULL with an error whose message is a sentence, or says why the file cannot be read */
DemNotesImport *dem_notes_import_file_finish (GAsyncResult *result, GError **error);

/**
 * dem_notes_export_file_async:
 * @text: what is to stand in the file
 *
 * Writes a file on a worker, aside and renamed, so that what was there survives a failure whole.
 */
void dem_notes_export_file_async (GFile *file,
                                  const char *text,
                                  GCancellable *cancellable,
                                  GAsyncReadyCallback callback,
                                  gpointer data);

/* FALSE with an error whose message says why. */
gboolean dem_notes_export_file_finish (GAsyncResult *result, GError **error);

G_END_DECLS
