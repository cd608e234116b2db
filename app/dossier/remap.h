/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/dossier/dossier.h"

G_BEGIN_DECLS

/* The item of `to` that has the id which @ref has in `from`; DEM_REF_NONE when it is gone. */
DemRef dem_ref_remap (DemRef ref, DemDossier *from, DemDossier *to);

G_END_DECLS
