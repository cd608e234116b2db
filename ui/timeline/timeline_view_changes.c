/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/timeline/timeline_view_private.h"

/* What changes when, sorted on a worker where there is much of it. */

static void
on_changes_made (GObject *source, GAsyncResult *result, gpointer data)
{
  DemTimelineView *self = DEM_TIMELINE_VIEW (source);
  DemChanges *changes = dem_changes_make_finish (result, NULL);

  /* Cancelled: another dossier or scenario is looked at by now. */
  if (changes == NULL)
    return;
  g_clear_object (&self->player.sorting);
  self->player.changes = changes;
  dem_timeline_view_changes_made (self);
}

DemChanges *
dem_timeline_view_get_changes (DemTimelineView *self)
{
  DemFocus *focus = dem_timeline_view_get_focus (self);
  DemDossier *dossier = dem_focus_get_dossier (focus);
  DemTimelinePlayer *player = &self->player;

  if (player->changes != NULL || player->sorting != NULL)
    return player->changes;
  if (dem_dossier_count (dossier, DEM_KIND_EVENT) + dem_dossier_count (dossier, DEM_KIND_RELATION)
      < DEM_TIMELINE_AT_ONCE)
    player->changes = dem_changes_new (dossier, dem_focus_get_scenario (focus));
  else
    {
      player->sorting = g_cancellable_new ();
      dem_changes_make_async (dossier, dem_focus_get_scenario (focus), player->sorting, self, on_changes_made);
    }
  return player->changes;
}

void
dem_timeline_view_clear_changes (DemTimelineView *self)
{
  g_cancellable_cancel (self->player.sorting);
  g_clear_object (&self->player.sorting);
  g_clear_pointer (&self->player.changes, dem_changes_free);
  self->player.awaited = 0;
}
