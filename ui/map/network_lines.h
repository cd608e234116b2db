/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ui/map/network_picture.h"

G_BEGIN_DECLS

/* So many lines can be told apart in one picture; of more, the weightiest are drawn. */
#define DEM_NETWORK_MOST_LINES 140

/* Chooses and sets the picture's lines, once its signs are set. */
void dem_network_lines_draw_up (DemNetworkPicture *picture, DemNetworkLayout *layout);

/* The line between two who are tied, drawn or not. FALSE where they touch. */
gboolean
dem_network_line_init (DemNetworkPicture *picture, const DemNetworkTie *tie, double bend, DemMapArc *arc);

G_END_DECLS
