/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/search/search_popover.h"

#include <glib/gi18n-lib.h>

#include "ui/search/search_list.h"
#include "ui/search/search_row.h"

struct _DemSearchPopover
{
  GtkPopover parent_instance;

  /* of the template */
  GtkEditable *entry;
  GtkWidget *scroller;
  GtkListView *list;
  GtkLabel *note;

  DemFocus *focus;
  DemSearchList *found;
  GtkSingleSelection *selection; /* of what is found */
  gboolean is_entered;           /* Enter was pressed before the answer was there */
};

G_DEFINE_FINAL_TYPE (DemSearchPopover, dem_search_popover, GTK_TYPE_POPOVER)

/* --- the list --- */

static void
on_setup (GtkSignalListItemFactory *factory, GtkListItem *item, DemSearchPopover *self)
{
  gtk_list_item_set_child (item, dem_search_row_new ());
}

static void
on_bind (GtkSignalListItemFactory *factory, GtkListItem *item, DemSearchPopover *self)
{
  g_assert (DEM_IS_SEARCH_POPOVER (self));

  dem_search_row_show (DEM_SEARCH_ROW (gtk_list_item_get_child (item)), dem_focus_get_dossier (self->focus),
                       dem_search_list_get_ref (self->found, gtk_list_item_get_position (item)),
                       dem_search_list_get_query (self->found));
}

static void
select_hit (DemSearchPopover *self, guint position)
{
  DemRef ref = dem_search_list_get_ref (self->found, position);

  gtk_popover_popdown (GTK_POPOVER (self));
  dem_focus_select (self->focus, ref);
}

static void
on_activate (GtkListView *list, guint position, DemSearchPopover *self)
{
  g_assert (DEM_IS_SEARCH_POPOVER (self));

  select_hit (self, position);
}

/* What is said under the list: how to begin, that there is nothing, or that there is more. (transfer full) (nullable) */
static char *
describe (DemSearchPopover *self)
{
  const char *query = dem_search_list_get_query (self->found);
  guint n = dem_search_list_get_n_found (self->found);

  if (*query == '\0')
    return g_strdup (_ ("Actors, relations, events, claims, sources and paragraphs, by any word of theirs."));
  if (n == 0)
    return g_strdup_printf (_ ("Nothing found for “%s”."), query);
  if (n > DEM_SEARCH_LIMIT)
    return g_strdup_printf (ngettext ("The best of %u that was found. Another word narrows it down.",
                                      "The best of %u that were found. Another word narrows it down.", n),
                            n);
  return NULL;
}

static void
on_settled (DemSearchList *found, DemSearchPopover *self)
{
  g_autofree char *note = describe (self);
  guint n = g_list_model_get_n_items (G_LIST_MODEL (found));

  g_assert (DEM_IS_SEARCH_POPOVER (self));

  gtk_widget_set_visible (self->scroller, n > 0);
  gtk_widget_set_visible (GTK_WIDGET (self->note), note != NULL);
  gtk_label_set_text (self->note, note != NULL ? note : "");
  if (n > 0)
    gtk_single_selection_set_selected (self->selection, 0);
  if (self->is_entered && dem_search_list_is_settled (found))
    {
      self->is_entered = FALSE;
      if (n > 0)
        select_hit (self, 0);
    }
}

/* --- the box --- */

static void
on_search_changed (GtkSearchEntry *entry, DemSearchPopover *self)
{
  g_assert (DEM_IS_SEARCH_POPOVER (self));

  if (dem_search_list_set_query (self->found, gtk_editable_get_text (self->entry)))
    self->is_entered = FALSE;
}

static void
on_entry_activate (GtkSearchEntry *entry, DemSearchPopover *self)
{
  guint position;

  g_assert (DEM_IS_SEARCH_POPOVER (self));

  /* Somebody quick presses it before the box has told of the last letter. */
  dem_search_list_set_query (self->found, gtk_editable_get_text (self->entry));
  position = gtk_single_selection_get_selected (self->selection);
  if (!dem_search_list_is_settled (self->found))
    self->is_entered = TRUE;
  else if (position != GTK_INVALID_LIST_POSITION)
    select_hit (self, position);
}

static void
on_stop_search (GtkSearchEntry *entry, DemSearchPopover *self)
{
  g_assert (DEM_IS_SEARCH_POPOVER (self));

  gtk_popover_popdown (GTK_POPOVER (self));
}

/* Down leads to the first hit: the list speaks its rows, which the box could not. */
static gboolean
on_key_pressed (GtkEventControllerKey *keys, guint keyval, guint keycode, GdkModifierType state, DemSearchPopover *self)
{
  g_assert (DEM_IS_SEARCH_POPOVER (self));

  if ((keyval != GDK_KEY_Down && keyval != GDK_KEY_KP_Down) || !gtk_widget_get_visible (self->scroller))
    return GDK_EVENT_PROPAGATE;
  return gtk_widget_child_focus (GTK_WIDGET (self->list), GTK_DIR_TAB_FORWARD);
}

/* --- the popover --- */

static void
on_focus_changed (DemFocus *focus, DemFocusChange what, DemSearchPopover *self)
{
  g_assert (DEM_IS_SEARCH_POPOVER (self));

  if (what & DEM_FOCUS_DOSSIER)
    dem_search_list_set_dossier (self->found, dem_focus_get_dossier (focus));
}

static void
dem_search_popover_map (GtkWidget *widget)
{
  DemSearchPopover *self = DEM_SEARCH_POPOVER (widget);

  dem_search_list_set_dossier (self->found, dem_focus_get_dossier (self->focus));
  dem_search_list_prepare (self->found);
  GTK_WIDGET_CLASS (dem_search_popover_parent_class)->map (widget);
  gtk_widget_grab_focus (GTK_WIDGET (self->entry));
  gtk_editable_select_region (self->entry, 0, -1);
}

static void
dem_search_popover_dispose (GObject *object)
{
  DemSearchPopover *self = DEM_SEARCH_POPOVER (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), DEM_TYPE_SEARCH_POPOVER);
  g_clear_object (&self->selection);
  g_clear_object (&self->found);
  g_clear_object (&self->focus);

  G_OBJECT_CLASS (dem_search_popover_parent_class)->dispose (object);
}

static void
dem_search_popover_class_init (DemSearchPopoverClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = dem_search_popover_dispose;
  widget_class->map = dem_search_popover_map;

  gtk_widget_class_set_template_from_resource (widget_class, "/org/demarche/Demarche/ui/search/search_popover.ui");
  gtk_widget_class_bind_template_child (widget_class, DemSearchPopover, entry);
  gtk_widget_class_bind_template_child (widget_class, DemSearchPopover, scroller);
  gtk_widget_class_bind_template_child (widget_class, DemSearchPopover, list);
  gtk_widget_class_bind_template_child (widget_class, DemSearchPopover, note);
  gtk_widget_class_bind_template_callback (widget_class, on_setup);
  gtk_widget_class_bind_template_callback (widget_class, on_bind);
  gtk_widget_class_bind_template_callback (widget_class, on_activate);
  gtk_widget_class_bind_template_callback (widget_class, on_search_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_entry_activate);
  gtk_widget_class_bind_template_callback (widget_class, on_stop_search);
  gtk_widget_class_bind_template_callback (widget_class, on_key_pressed);
}

static void
dem_search_popover_init (DemSearchPopover *self)
{
  self->found = dem_search_list_new ();
  self->selection = gtk_single_selection_new (g_object_ref (G_LIST_MODEL (self->found)));
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_list_view_set_model (self->list, GTK_SELECTION_MODEL (self->selection));
  gtk_search_entry_set_key_capture_widget (GTK_SEARCH_ENTRY (self->entry), GTK_WIDGET (self->list));
  g_signal_connect_object (self->found, "settled", G_CALLBACK (on_settled), self, 0);
  on_settled (self->found, self);
}

GtkWidget *
dem_search_popover_new (DemFocus *focus)
{
  DemSearchPopover *self;

  g_return_val_if_fail (DEM_IS_FOCUS (focus), NULL);

  self = g_object_new (DEM_TYPE_SEARCH_POPOVER, NULL);
  self->focus = g_object_ref (focus);
  g_signal_connect_object (focus, "changed", G_CALLBACK (on_focus_changed), self, 0);
  return GTK_WIDGET (self);
}

gboolean
dem_search_popover_is_settled (DemSearchPopover *self)
{
  g_return_val_if_fail (DEM_IS_SEARCH_POPOVER (self), TRUE);

  return dem_search_list_is_settled (self->found);
}
