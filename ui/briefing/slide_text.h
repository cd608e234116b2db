/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/briefing/talk_stop.h"
#include "ui/common/paint.h"
#include "ui/common/palette.h"

G_BEGIN_DECLS

/**
 * DemSlideText:
 *
 * What a slide says: kicker, headline and sentence, in sizes of the slide and not of the desktop. Text that is too long
 * becomes smaller, down to what can be read from the back of a room, and is cut where even that does not fit.
 */
typedef struct _DemSlideText DemSlideText;

/**
 * dem_slide_text_new:
 * @width, @height: the room for it, in pixels
 * @unit: of the slide, in pixels: a 1080th of its height
 *
 * Returns: (transfer full)
 */
DemSlideText *
dem_slide_text_new (PangoContext *pango, DemTalkStop *stop, double width, double height, double unit);
void dem_slide_text_free (DemSlideText *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (DemSlideText, dem_slide_text_free)

/* With its upper left corner at a point. */
void
dem_slide_text_draw (DemSlideText *self, GtkSnapshot *snapshot, double x, double y, const DemPalette *palette);

/* How high it is, in pixels. */
double dem_slide_text_get_height (DemSlideText *self);

/* Whether not all of it is seen. */
gboolean dem_slide_text_is_cut (DemSlideText *self);

/* A layout in a size of the slide. (transfer full) */
PangoLayout *dem_slide_layout (PangoContext *pango, const char *text, double pixels, PangoWeight weight);

G_END_DECLS
