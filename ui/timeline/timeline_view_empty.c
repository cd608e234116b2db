/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/timeline/timeline_view_private.h"

#include <glib/gi18n-lib.h>

#include "ui/timeline/nothing.h"

/* The way out of a view in which there is nothing. */

#define GAP 6

/* To all time; where no time has anything, to what has no time; and where there is nothing at all, to another dossier. */
void
dem_timeline_view_update_way_out (DemTimelineView *self)
{
  gboolean is_all = self->index != NULL && dem_nothing_is_all (self->index);
  gboolean has_undated = is_all && dem_timeline_index_count (self->index, DEM_PERIOD_ALL).undated > 0;
  const char *action = !is_all ? "timeline.fit" : has_undated ? "timeline.list" : "win.open";

  if (g_strcmp0 (gtk_actionable_get_action_name (GTK_ACTIONABLE (self->show_all)), action) == 0)
    return;
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->show_all), action);
  gtk_button_set_label (GTK_BUTTON (self->show_all), !is_all       ? _ ("Show All")
                                                     : has_undated ? _ ("List Undated Events")
                                                                   : _ ("Open Another Dossier…"));
}

void
dem_timeline_view_init_show_all (DemTimelineView *self)
{
  self->show_all = gtk_button_new ();
  dem_timeline_view_update_way_out (self);
  gtk_widget_set_parent (self->show_all, GTK_WIDGET (self));
  gtk_widget_set_child_visible (self->show_all, FALSE);
}

/* Under the words, or after them where the timeline is too low for that. */
static GtkAllocation
find_place (DemTimelineView *self, const graphene_rect_t *words)
{
  GtkRequisition size;
  GtkAllocation at;

  gtk_widget_get_preferred_size (self->show_all, NULL, &size);
  at = (GtkAllocation){ (int) (words->origin.x + words->size.width / 2) - size.width / 2,
                        (int) (words->origin.y + words->size.height) + GAP, size.width, size.height };
  if (at.y + at.height <= self->layout.overview_top)
    return at;
  at.x = dem_timeline_view_is_mirrored (self) ? (int) words->origin.x - GAP - size.width
                                              : (int) (words->origin.x + words->size.width) + GAP;
  at.x = CLAMP (at.x, 0, MAX (0, (int) self->layout.width - size.width));
  at.y = (int) (words->origin.y + words->size.height / 2) - size.height / 2;
  return at;
}

void
dem_timeline_view_place_show_all (DemTimelineView *self)
{
  DemTimelineScene *scene = dem_timeline_view_get_scene (self);
  graphene_rect_t words;
  const char *text = scene != NULL ? dem_timeline_scene_get_nothing (scene, &words) : NULL;
  gboolean is_shown = text != NULL;
  GtkAllocation at;

  gtk_widget_set_child_visible (self->show_all, is_shown);
  if (!is_shown)
    return;
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->show_all), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, text, -1);
  at = find_place (self, &words);
  gtk_widget_size_allocate (self->show_all, &at, -1);
}
