/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * DemFileWatch:
 *
 * Tells when a file has changed: written in place, replaced by another, gone or there again, also behind
 * symbolic links. What is written in pieces is one change.
 *
 * Signals: `touched` as soon as something happens to it, to drop what was read; `changed` once it has been
 * quiet for a moment, to read it.
 */
#define DEM_TYPE_FILE_WATCH (dem_file_watch_get_type ())
G_DECLARE_FINAL_TYPE (DemFileWatch, dem_file_watch, DEM, FILE_WATCH, GObject)

/* On the main thread; looks at the file and its folder, so a disk that does not answer is asked before,
 * elsewhere. */
DemFileWatch *dem_file_watch_new (GFile *file);

/* Whether rights and times count as a change, too: when the file could not be read. FALSE at first. */
void dem_file_watch_set_heeds_rights (DemFileWatch *self, gboolean heeds);

/* As if something had just happened to the file. */
void dem_file_watch_touch (DemFileWatch *self);

G_END_DECLS
