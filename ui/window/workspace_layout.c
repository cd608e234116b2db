/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/window/workspace_private.h"

#include "ui/window/sheet.h"

#define MAP_SHARE 0.4 /* of the height, which a tall timeline leaves to the map; more where details come between */
#define MAP_SHARE_NARROW 0.6

DemWidthClass
dem_workspace_classify_width (int width)
{
  return width < 500 ? DEM_WIDTH_TINY : width < 860 ? DEM_WIDTH_NARROW : width < 1100 ? DEM_WIDTH_MEDIUM : DEM_WIDTH_WIDE;
}

gboolean
dem_workspace_is_narrow (DemWorkspace *self)
{
  return self->width_class <= DEM_WIDTH_NARROW;
}

gboolean
dem_workspace_is_argument (const char *stage)
{
  return g_str_equal (stage, "argument") || g_str_equal (stage, "table");
}

gboolean
dem_workspace_shows_argument (DemWorkspace *self)
{
  return dem_workspace_is_argument (dem_workspace_get_stage (self));
}

static gboolean
shows_stage (DemWorkspace *self, const char *name)
{
  return g_strcmp0 (adw_view_stack_get_visible_child_name (self->stages), name) == 0;
}

/* The timeline stands under the map, or alone where the switcher says so; the sheet lies under the map or at the bottom. */
void
dem_workspace_arrange_stage (DemWorkspace *self)
{
  gboolean on_map = shows_stage (self, "map");

  gtk_widget_set_visible (self->stage_toggles, on_map);
  dem_workspace_place (self->timeline, shows_stage (self, "timeline") ? self->timeline_slot : self->under_map_slot);
  dem_workspace_place (self->sheet, on_map ? self->map_sheet_slot : self->bottom_sheet_slot);
}

/**
 * dem_workspace_arrange:
 *
 * Wide: everything side by side. Medium: the sidebar folds over the stage. Narrow: a switcher at the bottom takes the
 * place of the sidebar, details rise in a sheet, chips scroll. (What the header bar does when tiny is the window's.)
 */
void
dem_workspace_arrange (DemWorkspace *self)
{
  gboolean narrow = dem_workspace_is_narrow (self);

  if (!narrow)
    adw_view_stack_set_visible_child_name (self->stages, "map");
  dem_workspace_arrange_stage (self);
  dem_workspace_place (self->argument, narrow ? self->argument_slot : self->argument_page_slot);
  dem_workspace_place (self->notes, narrow ? self->notes_slot : self->notes_page_slot);
  dem_workspace_place (self->details, narrow ? dem_sheet_get_slot (DEM_SHEET (self->sheet)) : self->details_page_slot);
  adw_view_switcher_bar_set_reveal (self->switcher_bar, narrow);
  gtk_widget_set_visible (self->map_toggle_label, !narrow);
  gtk_widget_set_visible (self->network_toggle_label, !narrow);
  gtk_widget_set_visible (self->argument_toggle_label, !narrow);
  gtk_widget_set_visible (self->table_toggle_label, !narrow);

  adw_flap_set_fold_policy (self->flap,
                            self->width_class < DEM_WIDTH_WIDE ? ADW_FLAP_FOLD_POLICY_ALWAYS : ADW_FLAP_FOLD_POLICY_NEVER);
  if (narrow)
    adw_flap_set_reveal_flap (self->flap, FALSE);
  gtk_widget_set_size_request (self->sidebar, narrow ? -1 : self->sidebar_width, -1);

  gtk_scrolled_window_set_policy (self->chips_scroller, narrow ? GTK_POLICY_EXTERNAL : GTK_POLICY_NEVER,
                                  GTK_POLICY_NEVER);
  gtk_scrollable_set_hscroll_policy (GTK_SCROLLABLE (self->chips_viewport),
                                     narrow ? GTK_SCROLL_NATURAL : GTK_SCROLL_MINIMUM);
}

static int
natural_height (GtkWidget *widget)
{
  int height;

  gtk_widget_measure (widget, GTK_ORIENTATION_VERTICAL, -1, NULL, &height, NULL, NULL);
  return height;
}

/* The timeline keeps the height it was given, unless that leaves the map less than its share; under the argument
 * map it is its overview. A pane that has had a size
 * adds to the position by how much it grows, which is taken off beforehand. */
void
dem_workspace_divide_stage (DemWorkspace *self, int height)
{
  double share = dem_workspace_is_narrow (self) ? MAP_SHARE_NARROW : MAP_SHARE;
  int before = gtk_widget_get_height (GTK_WIDGET (self->paned));
  int position, wanted = dem_workspace_shows_argument (self) ? DEM_WORKSPACE_TIMELINE_LEAST : self->timeline_height;

  height -= natural_height (self->stage_bar) + natural_height (GTK_WIDGET (self->switcher_bar));
  if (height <= 0 || height == self->paned_height)
    return;
  self->paned_height = height;
  position = MAX (height - wanted, (int) (height * share));
  gtk_paned_set_position (self->paned, before > 0 ? position - (height - before) : position);
}
