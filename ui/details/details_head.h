/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ui/details/details.h"

G_BEGIN_DECLS

/* The parts of a page above its lists. Each is left out where there is nothing to say. */

/* Title and the dim line under it. */
void dem_details_add_head (const DemDetails *details, const char *title, const char *subtitle);

/* A paragraph of text. */
void dem_details_add_text (const DemDetails *details, const char *text);

/* The same in small and dim: what helps to read the page. */
void dem_details_add_remark (const DemDetails *details, const char *text);

/* A line with a name and what it is: "Also called", "Beijing, PRC". */
void dem_details_add_fact (const DemDetails *details, const char *name, const char *value);

/**
 * dem_details_add_standing:
 *
 * What an item says and on whose word: summary, basis ("our reading", "added by the maker"), what it cites,
 * what is noted of those citations, and why; and for what exists in some scenarios only, which, with buttons
 * that show them.
 */
void dem_details_add_standing (const DemDetails *details, const DemItem *item);

/* The starting value of a claim, and what the scenario assumes of it. */
void dem_details_add_value (const DemDetails *details, guint32 claim);

/* Why a claim or a step is as strong as it is, with its starting value; nothing while there are no strengths. */
void dem_details_add_strength (const DemDetails *details, DemRef ref);

/* A link to the world; only what begins with http, https or mailto is one. */
void dem_details_add_address (const DemDetails *details, const char *title, const char *address);

/* A button that shows a scenario, or leaves it when it is shown. */
void dem_details_add_scenario_button (const DemDetails *details, guint32 scenario);

G_END_DECLS
