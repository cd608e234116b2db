/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/timeline/event_list.h"
#include "ui/timeline/timeline_view_private.h"
#include "ui/timeline/timeline_words.h"

/* How many events there are in the period, and the list of them. */

void
dem_timeline_view_update_counts (DemTimelineView *self)
{
  g_autofree char *text = NULL;
  DemTimelineCounts counts;

  if (self->index != NULL)
    {
      counts
          = dem_timeline_index_count (self->index, dem_focus_get_period (dem_timeline_view_get_focus (self)));
      text = dem_timeline_format_counts (&counts);
    }
  /* Setting a label, even to the same text, lays out the whole window. */
  if (g_strcmp0 (gtk_label_get_text (self->counts), text != NULL ? text : "") != 0)
    {
      gtk_label_set_text (self->counts, text);
      gtk_accessible_update_property (GTK_ACCESSIBLE (self->counts_button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                      text != NULL ? text : "", -1);
    }
  dem_timeline_view_update_way_out (self);
}

static void
on_event_chosen (DemEventList *list, GtkMenuButton *button)
{
  gtk_menu_button_popdown (button);
}

/* The list is made when it is asked for. */
static void
fill_counts (GtkMenuButton *button, gpointer data)
{
  DemTimelineView *self = data;
  GtkWidget *popover = gtk_popover_new ();

  if (self->index != NULL)
    {
      GtkWidget *list = dem_event_list_new (dem_timeline_view_get_focus (self), self->index);

      g_signal_connect_object (list, "activated", G_CALLBACK (on_event_chosen), button, 0);
      gtk_popover_set_child (GTK_POPOVER (popover), list);
    }
  gtk_menu_button_set_popover (button, popover);
}

static void
show_list (GtkWidget *widget, const char *name, GVariant *parameter)
{
  gtk_menu_button_popup (DEM_TIMELINE_VIEW (widget)->counts_button);
}

void
dem_timeline_view_install_counts (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "timeline.list", NULL, show_list);
}

void
dem_timeline_view_init_counts (DemTimelineView *self)
{
  gtk_menu_button_set_create_popup_func (self->counts_button, fill_counts, self, NULL);
}
