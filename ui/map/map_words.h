/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ui/map/map_time.h"

G_BEGIN_DECLS

/* What a screen reader says: "North Korea, state, strained with the United States"; "China – North Korea,
 * friendly since March 2018, before strained". (transfer full) */
char *dem_map_words_describe (const DemMapTime *time, DemRef ref);

/* "person, since 2011". (transfer full) */
char *dem_map_words_kind_and_date (const DemMapTime *time, guint32 actor);

/* A pair's phases that exist now and have to do with a period (or any), in the order of time. (transfer full)
 * (element-type guint32) */
GArray *dem_map_words_get_phases (const DemMapTime *time, guint32 pair, DemPeriod period);

G_END_DECLS
