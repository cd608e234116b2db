/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/dossier/dossier.h"

G_BEGIN_DECLS

/**
 * DemMapTime:
 * @moment: the day at which pairs are shown, the last of the period or today
 * @scenario: index, or DEM_NO_INDEX
 * @perspective: the actor whose relations are shown instead of everybody's, or DEM_NO_INDEX
 *
 * What of a dossier a map or a network shows. The dossier is owned by whoever has this.
 */
typedef struct
{
  DemDossier *dossier;
  DemPeriod period;
  DemDay moment;
  guint32 scenario;
  guint32 perspective;
} DemMapTime;

G_END_DECLS
