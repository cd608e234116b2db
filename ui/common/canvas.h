/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ui/common/hover_card.h"
#include "ui/common/scene.h"

G_BEGIN_DECLS

/**
 * DemCanvas:
 *
 * The widget on which a scene appears. It keeps the scene fresh (made again when focus, size, fonts or colours change,
 * at most once a frame), draws it, turns clicks into selections, shows a card beside
 * the mark on which the pointer rests, moves the keyboard cursor from mark to
 * mark and lets a screen reader hear each. What moves the camera is the subclass's.
 *
 * Click selects, Ctrl+click adds; a click on nothing clears the selection. Tab enters; the subclass decides which keys
 * move the cursor with dem_canvas_move_cursor(); Enter and Space select the mark under the cursor, Ctrl+I shows its card.
 *
 * Accessibility: role GROUP; two child widgets that draw nothing take turns as the cursor's voice.
 */
#define DEM_TYPE_CANVAS (dem_canvas_get_type ())
G_DECLARE_DERIVABLE_TYPE (DemCanvas, dem_canvas, DEM, CANVAS, GtkWidget)

/**
 * DemCanvasClass:
 * @create_scene: (transfer full): a scene for the input; the camera is the subclass's own
 * @focus_changed: the focus changed in these ways, before the scene is made again
 * @place_children: (nullable): allocates the subclass's own children (buttons over the scene) after the scene
 * @fill_card: (nullable): tells of a mark on the empty card that will appear beside it; its description by default
 * @draw_scene: (nullable): draws the scene; as it is by default
 * @cursor_moved: (nullable): the cursor is on another mark
 * @describe: (nullable): what is said of the mark that the cursor comes to; what the scene says by default. (transfer full)
 * @fill_menu: (nullable): fills a context menu for a mark, or for DEM_REF_NONE; see dem_canvas_menu_attach()
 * @dup_target_at: (nullable): what a note is about that is written at a point where nothing is. (transfer full) (nullable)
 * @clicked: (nullable): a click without a drag; TRUE keeps the canvas from selecting. Coordinates are the canvas's own
 */
struct _DemCanvasClass
{
  GtkWidgetClass parent_class;

  DemScene *(*create_scene) (DemCanvas *self, const DemSceneInput *input);
  void (*focus_changed) (DemCanvas *self, DemFocusChange what);
  void (*place_children) (DemCanvas *self, int width, int height);
  void (*fill_card) (DemCanvas *self, DemRef ref, DemHoverCard *card);
  void (*cursor_moved) (DemCanvas *self, DemRef ref);
  gboolean (*clicked) (DemCanvas *self, double x, double y, int n_press, GdkModifierType modifiers);
  void (*draw_scene) (DemCanvas *self, DemScene *scene, GtkSnapshot *snapshot);
  char *(*describe) (DemCanvas *self, DemRef ref);
  void (*fill_menu) (DemCanvas *self, DemRef ref, GMenu *menu);
  DemNoteTarget *(*dup_target_at) (DemCanvas *self, double x, double y);

  gpointer padding[1];
};

DemFocus *dem_canvas_get_focus (DemCanvas *self);
void dem_canvas_set_focus (DemCanvas *self, DemFocus *focus);

/* (transfer none) (nullable): the scene on screen, made now if it is stale; NULL without dossier or size */
DemScene *dem_canvas_get_scene (DemCanvas *self);

/* The scene is stale: it is made again before the next frame. */
void dem_canvas_invalidate (DemCanvas *self);

/* What carries notes: marks are drawn for it, and said. A click on one activates `win.show-notes`. @marks: (nullable) */
void dem_canvas_set_note_marks (DemCanvas *self, DemNoteMarks *marks);
DemNoteMarks *dem_canvas_get_note_marks (DemCanvas *self);

/* For tests: the marks on screen. @n: (out). Owned by the canvas */
const DemNoteSpot *dem_canvas_get_note_spots (DemCanvas *self, guint *n);

/* (nullable): the mark at a point, until the next frame */
const DemNoteSpot *dem_canvas_find_note (DemCanvas *self, double x, double y);

/* What the keyboard cursor is on, DEM_REF_NONE when nowhere. */
DemRef dem_canvas_get_cursor (DemCanvas *self);
void dem_canvas_set_cursor (DemCanvas *self, DemRef ref);

typedef enum
{
  DEM_CURSOR_NEXT,     /* in reading order */
  DEM_CURSOR_PREVIOUS,
  DEM_CURSOR_LEFT, /* to the nearest mark in that direction */
  DEM_CURSOR_RIGHT,
  DEM_CURSOR_UP,
  DEM_CURSOR_DOWN,
} DemCursorMove;

/* FALSE when there is nothing that way. */
gboolean dem_canvas_move_cursor (DemCanvas *self, DemCursorMove move);

/* The mark's bounds, or FALSE when the scene has none for it. */
gboolean dem_canvas_get_mark_bounds (DemCanvas *self, DemRef ref, graphene_rect_t *bounds);

/**
 * dem_canvas_show_card:
 *
 * Shows the card of a mark at the keyboard's request: its first link takes the keyboard, Escape gives it back. Resting
 * on a mark with the pointer does so by itself. FALSE when there is no such mark or nothing to tell.
 */
gboolean dem_canvas_show_card (DemCanvas *self, DemRef ref);
void dem_canvas_close_card (DemCanvas *self);

/* (transfer none): the card, on screen or not */
DemHoverCard *dem_canvas_get_card (DemCanvas *self);

/* The colours for the widget's present style, unless it has been given others. */
const DemPalette *dem_canvas_get_palette (DemCanvas *self);

/* Colours of its own, whatever the desktop's are: a slide is dark or light by choice. (nullable): static */
void dem_canvas_set_palette (DemCanvas *self, const DemPalette *palette);

G_END_DECLS
