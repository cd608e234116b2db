/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "app/focus/focus.h"
#include "ui/common/stance.h"

G_BEGIN_DECLS

/**
 * DemHoverLine:
 * @ref: what a click on the line selects, or DEM_REF_NONE for a line that only tells
 * @has_stance: whether the line begins with a sample of its stance
 * @when: (nullable): a date, in a column of its own
 * @text: what the line says
 * @strong: in bold: how it stands at the moment
 */
typedef struct
{
  DemRef ref;
  gboolean has_stance;
  DemStance stance;
  const char *when;
  const char *text;
  gboolean strong;
} DemHoverLine;

/**
 * DemHoverCard:
 *
 * The card beside a mark: a title, dim lines under it, then lines with dates and stance samples, under
 * headings where there are several lists. Lines with a ref are links (accessible role LINK) that select in
 * the focus. A canvas has one card, opens and closes it, and asks its subclass to fill it
 * (DemCanvasClass.fill_card); a card that nobody filled is not shown.
 *
 * Signal: `activated` (DemRef *), after a link selected what it leads to.
 */
#define DEM_TYPE_HOVER_CARD (dem_hover_card_get_type ())
G_DECLARE_FINAL_TYPE (DemHoverCard, dem_hover_card, DEM, HOVER_CARD, GtkPopover)

GtkWidget *dem_hover_card_new (void);

/* Empties the card. Its links select in @focus (nullable). */
void dem_hover_card_clear (DemHoverCard *self, DemFocus *focus);
gboolean dem_hover_card_is_empty (DemHoverCard *self);

/* What the mark is called; the first thing to set. */
void dem_hover_card_set_title (DemHoverCard *self, const char *title);

/* A dim line. NULL and "" add nothing. */
void dem_hover_card_add_meta (DemHoverCard *self, const char *text);

/* Begins a list: "Why is this here?" */
void dem_hover_card_add_heading (DemHoverCard *self, const char *text);

/* A line of a list. */
void dem_hover_card_add_line (DemHoverCard *self, const DemHoverLine *line);

/* "and 6 more": nothing when @n is 0; a link to @ref (or DEM_REF_NONE), whose details tell them all. */
void dem_hover_card_add_more (DemHoverCard *self, guint n, DemRef ref);

/* What an item cites, as links under a heading; nothing when @n is 0. The citations are the dossier's. */
void dem_hover_card_add_citations (DemHoverCard *self, const char *heading, const DemCite *cites, guint n);

/* All that the card says, a line each, for tests and for speech. (transfer full) */
char *dem_hover_card_dup_text (DemHoverCard *self);

G_END_DECLS
