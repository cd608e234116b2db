/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ui/map/network_picture.h"

G_BEGIN_DECLS

/* From afar, heads would lie on one another: members are counted in their hull, others beside the weightiest
 * near them. Once signs and hulls are set; whoever is selected is always drawn. */
void dem_network_fold (DemNetworkPicture *picture, double scale);

G_END_DECLS
