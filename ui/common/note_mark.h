/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "app/notebook/note.h"
#include "ui/common/palette.h"

G_BEGIN_DECLS

/**
 * DemNoteMark: that something carries notes.
 * @n: how many, at least one
 * @colour: of the last of them
 */
typedef struct
{
  guint n;
  DemNoteColour colour;
} DemNoteMark;

/**
 * DemNoteSpot: a mark in a picture.
 * @ref: what carries the notes
 * @target: (nullable): the same of what is no item: a place, a span of time
 * @box: where the sheet is, its number included, in the picture's pixels
 */
typedef struct
{
  DemRef ref;
  DemNoteTarget *target;
  DemNoteMark mark;
  graphene_rect_t box;
} DemNoteSpot;

/* (element-type DemNoteSpot) (transfer full) */
GArray *dem_note_spots_new (void);

/* How large the sheet is where text is as large as in a context, in pixels. */
double dem_note_mark_get_size (PangoContext *pango);

/* The sheet, and behind it how many notes there are if there are several. */
void dem_note_mark_measure (DemNoteMark self, PangoContext *pango, double *width, double *height);

/* Draws it into a box of that size; the number comes after the sheet in the direction of reading. */
void dem_note_mark_draw (DemNoteMark self, GtkSnapshot *snapshot, PangoContext *pango, const DemPalette *palette,
                         const graphene_rect_t *box);

/* "2 notes" (transfer full) */
char *dem_note_mark_dup_words (DemNoteMark self);

/* What is said of something, with its notes: "China, state, 2 notes". @text: (transfer full) (nullable). (transfer full) */
char *dem_note_mark_append_words (DemNoteMark self, char *text);

G_END_DECLS
