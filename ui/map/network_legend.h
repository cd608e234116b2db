/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ui/map/network_picture.h"

G_BEGIN_DECLS

/* What stands at the foot of a picture whose lines are set: kinds of actors, line styles, how many lines
 * there was no room for, and why there is no map. Not laid out yet. (transfer full) */
DemMapLegend *dem_network_legend_new (DemNetworkPicture *picture);

G_END_DECLS
