/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ui/details/details.h"

G_BEGIN_DECLS

/**
 * DemDetailsSection:
 *
 * A heading with a count and a boxed list of items. A long list shows its beginning; "Show 100 more" adds to
 * it, so that a thousand events never become a thousand widgets at once. Activating a row selects its item.
 */
#define DEM_TYPE_DETAILS_SECTION (dem_details_section_get_type ())
G_DECLARE_FINAL_TYPE (DemDetailsSection, dem_details_section, DEM, DETAILS_SECTION, GtkWidget)

/* A list of DemDetailsEntry to be filled. (transfer full) */
GArray *dem_details_entries_new (void);

/* Adds an entry with nothing special about it. */
void dem_details_entries_add (GArray *entries, DemRef ref);

/**
 * dem_details_add_section:
 * @count: (nullable): said beside the title, "9, latest first"
 * @entries: (transfer full): in the order shown; without any, nothing is added
 *
 * Adds a section to the page.
 */
void
dem_details_add_section (const DemDetails *details, const char *title, const char *count, GArray *entries);

/* A section with the same head over a list box of other rows, which does what it does when one is activated. */
void dem_details_add_list (const DemDetails *details, const char *title, const char *count, GtkWidget *list);

/* The first kind of section, with the events that may fall in the period first and shown; the others come by "Show 5 outside
 * the period". */
void dem_details_add_events (const DemDetails *details, const char *count, GArray *entries);

/* Sections of all items of some kinds that refer to an item, titled by kind. The list of kinds ends with
 * NONE. */
void dem_details_add_backlinks (const DemDetails *details, DemRef ref, const DemKind *kinds);

/* A section of one item; nothing when there is none. */
void dem_details_add_link (const DemDetails *details, const char *title, DemRef ref);

G_END_DECLS
