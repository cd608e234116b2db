/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ui/common/scene.h"

G_BEGIN_DECLS

/**
 * dem_argument_map_print:
 * @input: for one page; its size is that of the room on it
 *
 * The whole argument, unfolded, as pages: on one if it can be read there, else on as many as it takes at a
 * size that can. Each box is whole on one page at least: a page begins with what the one before it had cut.
 * Pages follow each other from top to bottom, then to the next columns; none is empty but the only one.
 *
 * Returns: (element-type DemScene) (transfer full)
 */
GPtrArray *dem_argument_map_print (const DemSceneInput *input);

/* The same as one picture: where it could not be read, with as many levels as can, and how many reasons are folded below
 * them; the first level is there however small the picture is. (transfer full) */
DemScene *dem_argument_map_print_picture (const DemSceneInput *input);

/**
 * dem_argument_map_print_selected:
 *
 * The same as one picture of what is selected, at a size that can be read: folded but for what leads there, the selected claims
 * and what they bear on in the middle. Everything as above where no claim or step is selected. (transfer full)
 */
DemScene *dem_argument_map_print_selected (const DemSceneInput *input);

/* The size of a picture that shows everything at its own size; the input's does not matter. */
void dem_argument_map_measure_all (const DemSceneInput *input, double *width, double *height);

G_END_DECLS
