/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ui/common/scene.h"

G_DEFINE_INTERFACE (DemScene, dem_scene, G_TYPE_OBJECT)

static void
dem_scene_default_init (DemSceneInterface *iface)
{
}

void
dem_scene_draw (DemScene *self, GtkSnapshot *snapshot)
{
  g_return_if_fail (DEM_IS_SCENE (self));

  DEM_SCENE_GET_IFACE (self)->draw (self, snapshot);
}

DemRef
dem_scene_hit (DemScene *self, double x, double y, double tolerance)
{
  g_return_val_if_fail (DEM_IS_SCENE (self), DEM_REF_NONE);

  return DEM_SCENE_GET_IFACE (self)->hit (self, x, y, tolerance);
}

const DemMark *
dem_scene_get_marks (DemScene *self, guint *n)
{
  g_return_val_if_fail (DEM_IS_SCENE (self), NULL);
  g_return_val_if_fail (n != NULL, NULL);

  return DEM_SCENE_GET_IFACE (self)->get_marks (self, n);
}

gboolean
dem_scene_get_bounds (DemScene *self, DemRef ref, graphene_rect_t *bounds)
{
  const DemMark *marks;
  guint n;

  g_return_val_if_fail (DEM_IS_SCENE (self), FALSE);
  g_return_val_if_fail (bounds != NULL, FALSE);

  marks = dem_scene_get_marks (self, &n);
  for (guint i = 0; i < n; i++)
    if (dem_ref_equal (marks[i].ref, ref))
      {
        *bounds = marks[i].bounds;
        return TRUE;
      }
  return DEM_SCENE_GET_IFACE (self)->get_hidden_bounds != NULL
         && DEM_SCENE_GET_IFACE (self)->get_hidden_bounds (self, ref, bounds);
}

char *
dem_scene_describe (DemScene *self, DemRef ref)
{
  g_return_val_if_fail (DEM_IS_SCENE (self), NULL);

  return DEM_SCENE_GET_IFACE (self)->describe (self, ref);
}

void
dem_scene_draw_ring (DemScene *self, GtkSnapshot *snapshot, DemRef ref)
{
  g_return_if_fail (DEM_IS_SCENE (self));

  DEM_SCENE_GET_IFACE (self)->draw_ring (self, snapshot, ref);
}

/* What carries notes has its mark at its upper outer corner. */
static void
place_notes_at_corners (DemScene *self, DemNoteMarks *marks, DemDossier *dossier, PangoContext *pango, GArray *spots)
{
  gboolean rtl = pango_context_get_base_dir (pango) == PANGO_DIRECTION_RTL;
  const DemMark *items;
  guint n;

  items = dem_scene_get_marks (self, &n);
  for (guint i = 0; i < n; i++)
    {
      DemNoteSpot spot = { .ref = items[i].ref };
      const graphene_rect_t *bounds = &items[i].bounds;
      double width, height;

      if (!dem_note_marks_find (marks, dossier, items[i].ref, &spot.mark))
        continue;
      dem_note_mark_measure (spot.mark, pango, &width, &height);
      graphene_rect_init (&spot.box, rtl ? bounds->origin.x - (float) width / 2
                                         : bounds->origin.x + bounds->size.width - (float) width / 2,
                          bounds->origin.y - (float) height / 2, (float) width, (float) height);
      g_array_append_val (spots, spot);
    }
}

void
dem_scene_place_notes (DemScene *self, DemNoteMarks *marks, DemDossier *dossier, PangoContext *pango, GArray *spots)
{
  g_return_if_fail (DEM_IS_SCENE (self));
  g_return_if_fail (DEM_IS_NOTE_MARKS (marks));

  if (DEM_SCENE_GET_IFACE (self)->place_notes != NULL)
    DEM_SCENE_GET_IFACE (self)->place_notes (self, marks, pango, spots);
  else
    place_notes_at_corners (self, marks, dossier, pango, spots);
}

void
dem_scene_draw_setting (DemScene *self, GtkSnapshot *snapshot)
{
  DemSceneInterface *iface;

  g_return_if_fail (DEM_IS_SCENE (self));

  iface = DEM_SCENE_GET_IFACE (self);
  if (iface->draw_setting != NULL)
    iface->draw_setting (self, snapshot);
  else
    iface->draw (self, snapshot);
}

gboolean
dem_scene_draw_mark (DemScene *self, GtkSnapshot *snapshot, DemRef ref)
{
  DemSceneInterface *iface;

  g_return_val_if_fail (DEM_IS_SCENE (self), FALSE);

  iface = DEM_SCENE_GET_IFACE (self);
  return iface->draw_mark != NULL && iface->draw_mark (self, snapshot, ref);
}
