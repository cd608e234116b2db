/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "app/dossier/claim_links.h"
#include "app/focus/focus.h"

G_BEGIN_DECLS

/**
 * DemCitations:
 *
 * What an item cites, as a line of links that wraps: ¶3 for a paragraph of the first source that has
 * paragraphs, [2] ¶3 for those of others, [2] for a source as a whole, sources being numbered in the
 * dossier's order. A link selects the paragraph or the source; its tooltip says which source that is, what
 * the citation is for and what is noted of it. Each link has the accessible role LINK.
 */
#define DEM_TYPE_CITATIONS (dem_citations_get_type ())
G_DECLARE_FINAL_TYPE (DemCitations, dem_citations, DEM, CITATIONS, GtkWidget)

GtkWidget *dem_citations_new (void);

/* Sources by their number and name: "[2] A Title". To be called before dem_citations_set(). */
void dem_citations_set_names (DemCitations *self, gboolean names);

/* Shows citations of the focus's dossier, each target once; keeps the links it has when they are the same
 * ones. */
void dem_citations_set (DemCitations *self, DemFocus *focus, const DemCite *cites, guint n);

/* "Paragraph 7 of A Title. For the date. A note." (transfer full) */
char *dem_cite_dup_description (DemDossier *dossier, const DemCite *cite);

/* The paragraph it cites, else the source. */
DemRef dem_cite_get_target (const DemCite *cite);

G_END_DECLS
