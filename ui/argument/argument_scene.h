/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ui/common/scene.h"

G_BEGIN_DECLS

/**
 * DemArgumentScene:
 *
 * The outline as a page: everything unfolded, each claim with its whole text and its strength in the focus's scenario
 * (what a reader assumes stays with the reader). Rows that don't fit the height
 * are not cut: the page ends before them and says how many there are.
 */
#define DEM_TYPE_ARGUMENT_SCENE (dem_argument_scene_get_type ())
G_DECLARE_FINAL_TYPE (DemArgumentScene, dem_argument_scene, DEM, ARGUMENT_SCENE, GObject)

/* From the first row. (transfer full) */
DemScene *dem_argument_scene_new (const DemSceneInput *input);

/* A page that continues at a row. (transfer full) */
DemScene *dem_argument_scene_new_from (const DemSceneInput *input, guint row);

/* The row with which the next page begins, or 0 when everything is on this page or before. */
guint dem_argument_scene_get_next (DemArgumentScene *self);

/**
 * dem_argument_scene_measure_height:
 *
 * How high a page of the input's width has to be to hold the whole outline, in logical pixels; the input's
 * height does not matter.
 */
double dem_argument_scene_measure_height (const DemSceneInput *input);

G_END_DECLS
