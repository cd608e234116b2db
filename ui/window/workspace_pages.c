/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The pages beside the stage, and the timeline: where the width puts them, which one is in front, where the
 * keyboard goes. */

#include "ui/window/workspace_private.h"

#include "ui/argument/argument_page.h"
#include "ui/details/details_page.h"
#include "ui/notes/notes_page.h"
#include "ui/timeline/timeline_view.h"
#include "ui/window/sheet.h"

/* A page stands in a carrier, and the carrier moves. GTK 4.8 takes the actions of a widget that gets another
 * parent for gone: buttons and menus inside it stay insensitive. Those of the widgets inside are not touched
 * where the one that moves has an action group of its own; this one is empty. */
static GtkWidget *
carry (GtkWidget *page)
{
  GtkWidget *carrier = adw_bin_new ();
  g_autoptr (GSimpleActionGroup) none = g_simple_action_group_new ();

  gtk_widget_insert_action_group (carrier, "carrier", G_ACTION_GROUP (none));
  adw_bin_set_child (ADW_BIN (carrier), page);
  return g_object_ref_sink (carrier);
}

void
dem_workspace_make_pages (DemWorkspace *self)
{
  self->timeline = dem_timeline_view_new ();
  self->argument = dem_argument_page_new ();
  self->details = dem_details_page_new ();
  self->notes = dem_notes_page_new ();
  self->sheet = dem_sheet_new ();
  self->carriers[0] = carry (self->timeline);
  self->carriers[1] = carry (self->argument);
  self->carriers[2] = carry (self->details);
  self->carriers[3] = carry (self->notes);
  self->carriers[4] = carry (self->sheet);
}

void
dem_workspace_place (GtkWidget *page, AdwBin *slot)
{
  GtkWidget *carrier = gtk_widget_get_parent (page);
  GtkWidget *old = gtk_widget_get_parent (carrier);

  if (old == GTK_WIDGET (slot))
    return;
  if (old != NULL)
    adw_bin_set_child (ADW_BIN (old), NULL);
  adw_bin_set_child (slot, carrier);
}

/* ---- Which is in front ---- */

/* Whether what was just selected is for the details page. */
static gboolean
wants_details (DemWorkspace *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *keyboard = root != NULL ? gtk_root_get_focus (root) : NULL;
  const DemRef *selection;
  guint n;

  selection = dem_focus_get_selection (self->focus, &n);
  if (n == 0 || g_strcmp0 (adw_view_stack_get_visible_child_name (self->pages), "notes") == 0)
    return FALSE;
  if (keyboard == NULL || !gtk_widget_is_ancestor (keyboard, self->argument))
    return TRUE;
  return selection[n - 1].kind != DEM_KIND_CLAIM;
}

void
dem_workspace_update_news (DemWorkspace *self)
{
  guint n;
  gboolean in_front = g_strcmp0 (adw_view_stack_get_visible_child_name (self->pages), "details") == 0;

  dem_focus_get_selection (self->focus, &n);
  adw_view_stack_page_set_needs_attention (self->details_stack_page, n > 0 && !in_front);
}

void
dem_workspace_update_sheet (DemWorkspace *self)
{
  guint n = 0;
  gboolean has_perspective;

  if (self->focus != NULL)
    dem_focus_get_selection (self->focus, &n);
  has_perspective = self->focus != NULL && dem_focus_get_perspective (self->focus) != DEM_NO_INDEX;
  dem_sheet_set_revealed (DEM_SHEET (self->sheet),
                          dem_workspace_is_narrow (self) && (n > 0 || has_perspective));
}

void
dem_workspace_tell_details (DemWorkspace *self, DemFocusChange what)
{
  if (what & (DEM_FOCUS_SELECTION | DEM_FOCUS_DOSSIER | DEM_FOCUS_PERSPECTIVE))
    dem_workspace_update_sheet (self);
  if ((what & (DEM_FOCUS_SELECTION | DEM_FOCUS_DOSSIER)) == 0)
    return;
  if (wants_details (self))
    adw_view_stack_set_visible_child_name (self->pages, "details");
  else if (what & DEM_FOCUS_SELECTION)
    dem_workspace_update_news (self);
}

GtkWidget *
dem_workspace_get_timeline (DemWorkspace *self)
{
  g_return_val_if_fail (DEM_IS_WORKSPACE (self), NULL);

  return self->timeline;
}

/* ---- Where the keyboard goes ---- */

/* The argument knows better than the order of its children: its claims come before the button that resets
 * them. */
static gboolean
enter (DemWorkspace *self, GtkWidget *view)
{
  return view == self->argument ? gtk_widget_grab_focus (view)
                                : gtk_widget_child_focus (view, GTK_DIR_TAB_FORWARD);
}

void
dem_workspace_show_page (DemWorkspace *self, const char *name)
{
  gboolean details = g_strcmp0 (name, "details") == 0;

  g_return_if_fail (DEM_IS_WORKSPACE (self));

  adw_view_stack_set_visible_child_name (self->pages, name);
  if (!dem_workspace_is_narrow (self))
    adw_flap_set_reveal_flap (self->flap, TRUE);
  else if (details)
    dem_sheet_set_revealed (DEM_SHEET (self->sheet), TRUE);
  else
    adw_view_stack_set_visible_child_name (self->stages, name);
  enter (self, details ? self->details : g_str_equal (name, "notes") ? self->notes : self->argument);
}

void
dem_workspace_add_note (DemWorkspace *self, GPtrArray *targets)
{
  g_return_if_fail (DEM_IS_WORKSPACE (self));

  dem_workspace_show_page (self, "notes");
  dem_notes_page_add (DEM_NOTES_PAGE (self->notes), targets);
}

void
dem_workspace_show_notes (DemWorkspace *self, const DemNoteTarget *target)
{
  g_return_if_fail (DEM_IS_WORKSPACE (self));

  dem_workspace_show_page (self, "notes");
  dem_notes_page_show_on (DEM_NOTES_PAGE (self->notes), target);
}

void
dem_workspace_keep_notes (DemWorkspace *self)
{
  g_return_if_fail (DEM_IS_WORKSPACE (self));

  dem_notes_page_keep (DEM_NOTES_PAGE (self->notes));
}

GtkWidget *
dem_workspace_get_notes_page (DemWorkspace *self)
{
  g_return_val_if_fail (DEM_IS_WORKSPACE (self), NULL);

  return self->notes;
}

void
dem_workspace_step_view (DemWorkspace *self, int step)
{
  GtkWidget *views[DEM_WORKSPACE_N_STAGES + 4];
  const int n = G_N_ELEMENTS (views);
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *keyboard = root != NULL ? gtk_root_get_focus (root) : NULL;
  int at = step > 0 ? -1 : 0;

  g_return_if_fail (DEM_IS_WORKSPACE (self));
  g_return_if_fail (step == 1 || step == -1);

  dem_workspace_list_views (self, views);
  views[n - 4] = self->timeline;
  views[n - 3] = self->argument;
  views[n - 2] = self->details;
  views[n - 1] = self->notes;
  for (int i = 0; i < n; i++)
    if (keyboard != NULL && views[i] != NULL
        && (keyboard == views[i] || gtk_widget_is_ancestor (keyboard, views[i])))
      at = i;
  for (int i = 1; i <= n; i++)
    {
      GtkWidget *view = views[(at + i * step + n * 2) % n];

      if (view != NULL && gtk_widget_get_mapped (view) && enter (self, view))
        return;
    }
}
