/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/dossier/loader.h"

G_BEGIN_DECLS

/**
 * DemWatcher:
 *
 * Watches a dossier's file and reads it again when it changes (written in place, or replaced by rename),
 * within a second after the last write.
 *
 * Signals: `reloaded` (DemDossier *) when the new file opens; `failed` (DemLoader *) when it does not: the
 * loader has the problems, what was open stays. Also emitted as `failed` with a NULL loader when the file
 * vanishes.
 */
#define DEM_TYPE_WATCHER (dem_watcher_get_type ())
G_DECLARE_FINAL_TYPE (DemWatcher, dem_watcher, DEM, WATCHER, GObject)

/* @etag: (nullable): the version of the file that has been read. When the file is another by now, it is read again. */
DemWatcher *dem_watcher_new (GFile *file, const char *etag);

G_END_DECLS
