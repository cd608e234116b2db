/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/common/canvas_notes.h"

/* How far from a mark a click still means it, in logical pixels: it stands close to what it is on. */
#define TOLERANCE 3.0

struct _DemCanvasNotes
{
  DemCanvas *canvas; /* borrowed: it owns this */
  DemNoteMarks *marks;
  GArray *spots; /* nullable (element-type DemNoteSpot): of the scene on screen */
};

DemCanvasNotes *
dem_canvas_notes_new (DemCanvas *canvas)
{
  DemCanvasNotes *self = g_new0 (DemCanvasNotes, 1);

  self->canvas = canvas;
  return self;
}

void
dem_canvas_notes_set_marks (DemCanvasNotes *self, DemNoteMarks *marks)
{
  if (self->marks == marks)
    return;
  if (self->marks != NULL)
    g_signal_handlers_disconnect_by_data (self->marks, self->canvas);
  g_set_object (&self->marks, marks);
  if (marks != NULL)
    g_signal_connect_object (marks, "changed", G_CALLBACK (dem_canvas_invalidate), self->canvas, G_CONNECT_SWAPPED);
  dem_canvas_notes_forget (self);
}

DemNoteMarks *
dem_canvas_notes_get_marks (DemCanvasNotes *self)
{
  return self->marks;
}

void
dem_canvas_notes_forget (DemCanvasNotes *self)
{
  g_clear_pointer (&self->spots, g_array_unref);
}

void
dem_canvas_notes_free (DemCanvasNotes *self)
{
  dem_canvas_notes_set_marks (self, NULL);
  dem_canvas_notes_forget (self);
  g_free (self);
}

const DemNoteSpot *
dem_canvas_notes_get_spots (DemCanvasNotes *self, guint *n)
{
  DemScene *scene = dem_canvas_get_scene (self->canvas);

  if (scene == NULL)
    dem_canvas_notes_forget (self);
  else if (self->spots == NULL && self->marks != NULL && !dem_note_marks_is_empty (self->marks))
    {
      self->spots = dem_note_spots_new ();
      dem_scene_place_notes (scene, self->marks, dem_focus_get_dossier (dem_canvas_get_focus (self->canvas)),
                             gtk_widget_get_pango_context (GTK_WIDGET (self->canvas)), self->spots);
    }
  *n = self->spots != NULL ? self->spots->len : 0;
  return self->spots != NULL ? (const DemNoteSpot *) (gconstpointer) self->spots->data : NULL;
}

void
dem_canvas_notes_draw (DemCanvasNotes *self, GtkSnapshot *snapshot)
{
  PangoContext *pango = gtk_widget_get_pango_context (GTK_WIDGET (self->canvas));
  const DemPalette *palette = dem_canvas_get_palette (self->canvas);
  guint n;
  const DemNoteSpot *spots = dem_canvas_notes_get_spots (self, &n);

  for (guint i = 0; i < n; i++)
    dem_note_mark_draw (spots[i].mark, snapshot, pango, palette, &spots[i].box);
}

const DemNoteSpot *
dem_canvas_notes_hit (DemCanvasNotes *self, double x, double y, double tolerance)
{
  guint n;
  const DemNoteSpot *spots = dem_canvas_notes_get_spots (self, &n);

  for (guint i = 0; i < n; i++)
    {
      graphene_rect_t box = spots[i].box;

      graphene_rect_inset (&box, (float) -tolerance, (float) -tolerance);
      if (graphene_rect_contains_point (&box, &GRAPHENE_POINT_INIT ((float) x, (float) y)))
        return &spots[i];
    }
  return NULL;
}

char *
dem_canvas_notes_append_words (DemCanvasNotes *self, DemRef ref, char *text)
{
  DemFocus *focus = dem_canvas_get_focus (self->canvas);
  DemNoteMark mark = { 0 };

  if (focus != NULL)
    dem_note_marks_find (self->marks, dem_focus_get_dossier (focus), ref, &mark);
  return dem_note_mark_append_words (mark, text);
}

/* ---- The canvas's own ---- */

void
dem_canvas_set_note_marks (DemCanvas *self, DemNoteMarks *marks)
{
  g_return_if_fail (DEM_IS_CANVAS (self));
  g_return_if_fail (marks == NULL || DEM_IS_NOTE_MARKS (marks));

  dem_canvas_notes_set_marks (dem_canvas_get_notes (self), marks);
  dem_canvas_invalidate (self);
}

DemNoteMarks *
dem_canvas_get_note_marks (DemCanvas *self)
{
  g_return_val_if_fail (DEM_IS_CANVAS (self), NULL);

  return dem_canvas_notes_get_marks (dem_canvas_get_notes (self));
}

const DemNoteSpot *
dem_canvas_get_note_spots (DemCanvas *self, guint *n)
{
  g_return_val_if_fail (DEM_IS_CANVAS (self), NULL);
  g_return_val_if_fail (n != NULL, NULL);

  return dem_canvas_notes_get_spots (dem_canvas_get_notes (self), n);
}

const DemNoteSpot *
dem_canvas_find_note (DemCanvas *self, double x, double y)
{
  g_return_val_if_fail (DEM_IS_CANVAS (self), NULL);

  return dem_canvas_notes_hit (dem_canvas_get_notes (self), x, y, TOLERANCE);
}
