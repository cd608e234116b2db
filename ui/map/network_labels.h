/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ui/map/network_picture.h"

G_BEGIN_DECLS

/* Finds room for the names of actors and for what stands at lines; what finds none is left to the tooltip. */
void dem_network_labels_place (DemNetworkPicture *picture, double scale);

G_END_DECLS
