/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/argument/argument_map_view_private.h"

/* What was unfolded before a dossier was read again is so afterwards, by id. */
static void
carry_over (DemOutline *old, const gboolean *was_open, DemOutline *outline, gboolean *is_open)
{
  DemDossier *before = dem_outline_get_dossier (old), *after = dem_outline_get_dossier (outline);

  for (guint i = 0; i < dem_dossier_count (after, DEM_KIND_CLAIM); i++)
    {
      DemRef ref = dem_dossier_find (before, dem_dossier_claim (after, i)->item.id);

      if (ref.kind == DEM_KIND_CLAIM)
        is_open[i] = was_open[ref.index];
    }
}

void
dem_argument_map_view_set_outline (DemArgumentMapView *self, DemDossier *dossier, guint32 scenario)
{
  DemOutline *outline = dem_outline_new (dossier, scenario);
  DemDossier *before = self->outline != NULL ? dem_outline_get_dossier (self->outline) : NULL;
  gboolean *is_open = self->is_open;

  if (before != dossier)
    {
      is_open = dem_claim_map_get_default_open (outline);
      if (before != NULL && g_strcmp0 (dem_dossier_get_id (before), dem_dossier_get_id (dossier)) == 0)
        carry_over (self->outline, self->is_open, outline, is_open);
      g_free (self->is_open);
      self->is_open = is_open;
      dem_argument_map_view_drop_map (self);
    }
  g_clear_pointer (&self->outline, dem_outline_unref);
  self->outline = outline;
  self->stale = TRUE;
}

gboolean
dem_argument_map_view_is_open (DemArgumentMapView *self, guint32 claim)
{
  g_return_val_if_fail (DEM_IS_ARGUMENT_MAP_VIEW (self), FALSE);

  return self->is_open != NULL && self->is_open[claim];
}

/* The camera stays where it is from then on, or it would move what was clicked. */
static void
hold_camera (DemArgumentMapView *self)
{
  if (self->layout != NULL)
    dem_stage_set_camera (DEM_STAGE (self), dem_stage_get_camera (DEM_STAGE (self)));
}

void
dem_argument_map_view_set_open (DemArgumentMapView *self, guint32 claim, gboolean is_open)
{
  g_return_if_fail (DEM_IS_ARGUMENT_MAP_VIEW (self));

  if (self->is_open == NULL || self->is_open[claim] == is_open)
    return;
  hold_camera (self);
  self->is_open[claim] = is_open;
  self->anchor = claim;
  dem_argument_map_view_refresh (self);
}

void
dem_argument_map_view_unfold_all (DemArgumentMapView *self)
{
  g_return_if_fail (DEM_IS_ARGUMENT_MAP_VIEW (self));

  if (self->outline == NULL)
    return;
  for (guint i = 0; i < dem_dossier_count (dem_outline_get_dossier (self->outline), DEM_KIND_CLAIM); i++)
    self->is_open[i] = TRUE;
  dem_argument_map_view_refresh (self);
}

void
dem_argument_map_view_fold_all (DemArgumentMapView *self)
{
  g_return_if_fail (DEM_IS_ARGUMENT_MAP_VIEW (self));

  if (self->outline == NULL)
    return;
  g_free (self->is_open);
  self->is_open = dem_claim_map_get_default_open (self->outline);
  dem_argument_map_view_refresh (self);
}

static const DemClaimMapBox *
get_cursor_box (DemArgumentMapView *self)
{
  DemRef cursor = dem_canvas_get_cursor (DEM_CANVAS (self));
  guint32 box = self->map != NULL && cursor.kind == DEM_KIND_CLAIM
                    ? dem_claim_map_find_claim (self->map, cursor.index)
                    : DEM_NO_NODE;

  return box != DEM_NO_NODE ? dem_claim_map_get_box (self->map, box) : NULL;
}

gboolean
dem_argument_map_view_fold (DemArgumentMapView *self, gboolean can_open, gboolean can_close)
{
  const DemClaimMapBox *box = get_cursor_box (self);

  if (box == NULL || box->n_reasons == 0 || (box->is_open ? !can_close : !can_open))
    return FALSE;
  dem_argument_map_view_set_open (self, box->claim, !self->is_open[box->claim]);
  self->speaks_fold = TRUE;
  return TRUE;
}

void
dem_argument_map_view_unfold_to_selection (DemArgumentMapView *self)
{
  DemFocus *focus = dem_canvas_get_focus (DEM_CANVAS (self));
  const DemRef *selection;
  guint n;

  selection = dem_focus_get_selection (focus, &n);
  if (n == 0 || self->outline == NULL
      || dem_outline_get_dossier (self->outline) != dem_focus_get_dossier (focus)
      || !dem_claim_map_reveal (self->outline, self->is_open, selection[n - 1]))
    return;
  hold_camera (self);
  self->to_reveal = selection[n - 1];
  dem_argument_map_view_refresh (self);
}
