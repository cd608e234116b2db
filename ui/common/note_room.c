/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/common/note_room.h"

#include <math.h>

#define GAP 3.0 /* between a mark and what it stands beside */

struct _DemNoteRoom
{
  DemNoteMarks *marks;
  DemDossier *dossier;
  PangoContext *pango;
  graphene_rect_t frame;
  GArray *spots;
  GArray *taken;    /* (element-type graphene_rect_t) */
  GHashTable *done; /* keys of those that stand */

  DemNoteSpot spot; /* that was begun; its target is borrowed */
  double width, height;
};

DemNoteRoom *
dem_note_room_new (DemNoteMarks *marks, DemDossier *dossier, PangoContext *pango, const graphene_rect_t *frame,
                   GArray *spots)
{
  DemNoteRoom *self;

  g_return_val_if_fail (DEM_IS_NOTE_MARKS (marks), NULL);
  g_return_val_if_fail (DEM_IS_DOSSIER (dossier), NULL);
  g_return_val_if_fail (frame != NULL && spots != NULL, NULL);

  self = g_new0 (DemNoteRoom, 1);
  self->marks = marks;
  self->dossier = dossier;
  self->pango = pango;
  self->frame = *frame;
  self->spots = spots;
  self->taken = g_array_new (FALSE, FALSE, sizeof (graphene_rect_t));
  self->done = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  return self;
}

void
dem_note_room_free (DemNoteRoom *self)
{
  g_array_unref (self->taken);
  g_hash_table_unref (self->done);
  g_free (self);
}

void
dem_note_room_take (DemNoteRoom *self, const graphene_rect_t *rect)
{
  if (rect->size.width > 0 && rect->size.height > 0)
    g_array_append_vals (self->taken, rect, 1);
}

/* ---- One mark ---- */

static char *
dup_key (DemRef ref)
{
  return g_strdup_printf ("%u %u", ref.kind, ref.index);
}

gboolean
dem_note_room_begin (DemNoteRoom *self, DemRef ref)
{
  g_autofree char *key = NULL;

  self->spot = (DemNoteSpot){ .ref = ref };
  if (!dem_note_marks_find (self->marks, self->dossier, ref, &self->spot.mark))
    return FALSE;
  key = dup_key (ref);
  if (g_hash_table_contains (self->done, key))
    return FALSE;
  dem_note_mark_measure (self->spot.mark, self->pango, &self->width, &self->height);
  return TRUE;
}

gboolean
dem_note_room_begin_target (DemNoteRoom *self, const DemNoteTarget *target)
{
  self->spot = (DemNoteSpot){ .ref = DEM_REF_NONE, .target = (DemNoteTarget *) target };
  if (g_hash_table_contains (self->done, dem_note_target_get_key (target))
      || !dem_note_marks_find_target (self->marks, target, &self->spot.mark))
    return FALSE;
  dem_note_mark_measure (self->spot.mark, self->pango, &self->width, &self->height);
  return TRUE;
}

void
dem_note_room_get_size (DemNoteRoom *self, double *width, double *height)
{
  *width = self->width;
  *height = self->height;
}

static graphene_rect_t
get_box (DemNoteRoom *self, double x, double y)
{
  return GRAPHENE_RECT_INIT ((float) round (x - self->width / 2), (float) round (y - self->height / 2),
                             (float) ceil (self->width), (float) ceil (self->height));
}

void
dem_note_room_put (DemNoteRoom *self, double x, double y)
{
  DemNoteSpot spot = self->spot;

  spot.box = get_box (self, x, y);
  if (spot.target != NULL)
    dem_note_target_ref (spot.target);
  g_hash_table_add (self->done,
                    spot.target != NULL ? g_strdup (dem_note_target_get_key (spot.target)) : dup_key (spot.ref));
  dem_note_room_take (self, &spot.box);
  g_array_append_val (self->spots, spot);
}

gboolean
dem_note_room_try (DemNoteRoom *self, double x, double y)
{
  graphene_rect_t box = get_box (self, x, y);

  if (!graphene_rect_contains_rect (&self->frame, &box))
    return FALSE;
  for (guint i = 0; i < self->taken->len; i++)
    if (graphene_rect_intersection (&box, &g_array_index (self->taken, graphene_rect_t, i), NULL))
      return FALSE;
  dem_note_room_put (self, x, y);
  return TRUE;
}

gboolean
dem_note_room_try_beside (DemNoteRoom *self, const graphene_rect_t *rect)
{
  double left = rect->origin.x - GAP - self->width / 2, middle = rect->origin.y + rect->size.height / 2;
  double right = rect->origin.x + rect->size.width + GAP + self->width / 2;
  double above = rect->origin.y - self->height / 2 - 1, below = rect->origin.y + rect->size.height + self->height / 2 + 1;
  gboolean rtl = pango_context_get_base_dir (self->pango) == PANGO_DIRECTION_RTL;
  double end = rtl ? left : right, begin = rtl ? right : left, inside = rect->origin.x + rect->size.width / 2;
  const double places[][2]
      = { { end, middle }, { begin, middle }, { inside, above }, { inside, below }, { end, above }, { begin, above },
          { end, below },  { begin, below } };

  for (guint i = 0; i < G_N_ELEMENTS (places); i++)
    if (dem_note_room_try (self, places[i][0], places[i][1]))
      return TRUE;
  return FALSE;
}
