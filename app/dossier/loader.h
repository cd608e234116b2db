/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/base/problem.h"
#include "app/dossier/dossier.h"

G_BEGIN_DECLS

/**
 * DemLoader:
 *
 * Reads one file into a dossier on worker threads. A loader is used once.
 *
 * Properties: `fraction` (double, 0 to 1, notified on the thread that started it, at most ten times a
 * second).
 */
#define DEM_TYPE_LOADER (dem_loader_get_type ())
G_DECLARE_FINAL_TYPE (DemLoader, dem_loader, DEM, LOADER, GObject)

typedef enum
{
  DEM_DOSSIER_ERROR_UNREADABLE, /* the file could not be read at all */
  DEM_DOSSIER_ERROR_INVALID,    /* its problems hold at least one error */
} DemDossierError;

#define DEM_DOSSIER_ERROR (dem_dossier_error_quark ())
GQuark dem_dossier_error_quark (void);

DemLoader *dem_loader_new (GFile *file);
GFile *dem_loader_get_file (DemLoader *self);

/* The version of the file that was read, once loading has ended; NULL when the file system tells none. */
const char *dem_loader_get_etag (DemLoader *self);

double dem_loader_get_fraction (DemLoader *self);

void
dem_loader_load_async (DemLoader *self, GCancellable *cancellable, GAsyncReadyCallback done, gpointer data);

/* (transfer full) (nullable): the dossier; on failure the error's message is a sentence, and the problems
 * tell all. */
DemDossier *dem_loader_load_finish (DemLoader *self, GAsyncResult *result, GError **error);

/* The same, waiting for the result. */
DemDossier *dem_loader_load (DemLoader *self, GCancellable *cancellable, GError **error);

/* Reads from memory, for tests and fuzzing; the name is used in messages. */
DemLoader *dem_loader_new_for_bytes (GBytes *bytes, const char *name);

/* Everything found, sorted by place: (element-type DemProblem) (transfer none); complete once loading has
 * ended. */
GPtrArray *dem_loader_get_problems (DemLoader *self);

G_END_DECLS
