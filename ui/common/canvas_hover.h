/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ui/common/canvas.h"

G_BEGIN_DECLS

/* Private to the canvas: what the pointer is over, and when the card beside it comes and goes. It comes when the
 * pointer has rested, stays while the pointer is on its mark or on the card, and goes when it left both, on scrolling,
 * a press or Escape. */
typedef struct _DemCanvasHover DemCanvasHover;

/* Listens on the canvas. The canvas frees it before it is disposed of. */
DemCanvasHover *dem_canvas_hover_new (DemCanvas *canvas);
void dem_canvas_hover_free (DemCanvasHover *self);

/* Of a canvas. */
DemCanvasHover *dem_canvas_get_hover (DemCanvas *canvas);

DemHoverCard *dem_canvas_hover_get_card (DemCanvasHover *self);

/* At the keyboard's request: the card takes the keyboard if it has links. FALSE when there is nothing to tell. */
gboolean dem_canvas_hover_show (DemCanvasHover *self, DemRef ref);
void dem_canvas_hover_close (DemCanvasHover *self);

/* To be called whenever the canvas is allocated. */
void dem_canvas_hover_present (DemCanvasHover *self);

G_END_DECLS
