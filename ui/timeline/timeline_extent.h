/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/dossier/dossier.h"

G_BEGIN_DECLS

/**
 * dem_timeline_extent:
 * @extent: (out): finite: open ends reach as far as the dossier's span
 *
 * The time that an item takes: its own date, or those of what belongs to it (a pair's phases, an actor's events and phases,
 * what a claim is about). FALSE when none of it has a date.
 */
gboolean dem_timeline_extent (DemDossier *dossier, DemRef ref, DemPeriod *extent);

G_END_DECLS
