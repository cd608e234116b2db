/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* What a first window measures where nothing is remembered. */
#define DEM_DEFAULT_WIDTH 1440
#define DEM_DEFAULT_HEIGHT 900

/**
 * dem_settings_new:
 *
 * The settings of the program, whose keys data/org.demarche.Demarche.gschema.xml describes. %NULL where no schema is
 * installed, or one that lacks a key: the program then does without and remembers nothing. (transfer full) (nullable)
 */
GSettings *dem_settings_new (void);

G_END_DECLS
