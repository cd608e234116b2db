/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "app/focus/relevance.h"
#include "ui/common/note_marks.h"
#include "ui/common/palette.h"

G_BEGIN_DECLS

/**
 * DemSceneInput:
 * @pango: a context with the font map and resolution of where the scene will appear; sizes in points follow it
 * @width: in logical pixels
 * @height: in logical pixels
 * @notes: (nullable): what carries notes, for which marks are to have room; NULL in pictures that leave the program
 *
 * All that a scene is made from. The scene takes what it needs while it is made, and refs what it keeps.
 */
typedef struct
{
  DemDossier *dossier;
  DemFocus *focus;
  DemRelevance *relevance;
  const DemPalette *palette;
  PangoContext *pango;
  double width;
  double height;
  DemNoteMarks *notes;
} DemSceneInput;

/**
 * DemMark: something in a scene that can be pointed at, reached by keyboard and spoken.
 * @bounds: in the scene's coordinates
 */
typedef struct
{
  DemRef ref;
  graphene_rect_t bounds;
} DemMark;

/**
 * DemScene:
 *
 * A picture of (dossier, focus, evaluation): laid out when made, drawn and hit-tested without a widget or a display.
 */
#define DEM_TYPE_SCENE (dem_scene_get_type ())
G_DECLARE_INTERFACE (DemScene, dem_scene, DEM, SCENE, GObject)

/**
 * DemSceneInterface:
 * @get_hidden_bounds: (nullable): where something is that the cursor can stand on though it is no mark, for it is seen only
 *   together with others
 * @place_notes: (nullable): where the marks of notes have room; at the upper corner of what carries them by default
 */
struct _DemSceneInterface
{
  GTypeInterface parent_iface;

  void (*draw) (DemScene *self, GtkSnapshot *snapshot);
  DemRef (*hit) (DemScene *self, double x, double y, double tolerance);
  const DemMark *(*get_marks) (DemScene *self, guint *n);
  char *(*describe) (DemScene *self, DemRef ref);
  void (*draw_ring) (DemScene *self, GtkSnapshot *snapshot, DemRef ref);
  gboolean (*get_hidden_bounds) (DemScene *self, DemRef ref, graphene_rect_t *bounds);
  void (*place_notes) (DemScene *self, DemNoteMarks *marks, PangoContext *pango, GArray *spots);

  /* Both or none: the picture in two, for a transition. */
  void (*draw_setting) (DemScene *self, GtkSnapshot *snapshot);
  gboolean (*draw_mark) (DemScene *self, GtkSnapshot *snapshot, DemRef ref);
};

/* Draws everything, background included, from (0, 0) to (width, height). */
void dem_scene_draw (DemScene *self, GtkSnapshot *snapshot);

/* What is at a point (logical pixels), the nearest within a tolerance; DEM_REF_NONE where nothing is. */
DemRef dem_scene_hit (DemScene *self, double x, double y, double tolerance);

/* What can be reached, in reading order. Owned by the scene. */
const DemMark *dem_scene_get_marks (DemScene *self, guint *n);

/* Where an item is, a mark or not; FALSE when it isn't in the picture. */
gboolean dem_scene_get_bounds (DemScene *self, DemRef ref, graphene_rect_t *bounds);

/* What a screen reader says of an item, in full: "North Korea, state, strained with the United States". (transfer full) */
char *dem_scene_describe (DemScene *self, DemRef ref);

/* The focus ring: 2 px accent, 2 px outside the shape of the mark. */
void dem_scene_draw_ring (DemScene *self, GtkSnapshot *snapshot, DemRef ref);

/* Everything but the marks of actors, background included; everything where a scene cannot part the two. */
void dem_scene_draw_setting (DemScene *self, GtkSnapshot *snapshot);

/**
 * dem_scene_place_notes:
 * @dossier: the scene's
 * @pango: of where it appears
 * @spots: (element-type DemNoteSpot): appended to
 *
 * Where the marks of notes are on it: of what it shows, no more than one for each thing. The scene does not draw them.
 */
void dem_scene_place_notes (DemScene *self, DemNoteMarks *marks, DemDossier *dossier, PangoContext *pango, GArray *spots);

/* The mark of one actor, in its place and without its name. FALSE when the scene does not draw it by itself. */
gboolean dem_scene_draw_mark (DemScene *self, GtkSnapshot *snapshot, DemRef ref);

G_END_DECLS
